package org.otklik.internal.incident;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentState;
import org.otklik.internal.unit.Clocks;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.post.PostId;
import org.otklik.reply.AnswerTime;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.ReplyType;
import org.otklik.sla.ClockName;
import org.otklik.spi.storage.AnswerState;

/** Which posts of an incident have their answer, and what follows when the last one has. */
public final class Answers {

    private Answers() {}

    /** Marks posts of an incident as answered or waived; returns how many were waiting. */
    public static int settle(OpenIncident open, Collection<PostId> posts, AnswerState how) {
        return move(open, posts, AnswerState.AWAITING, how);
    }

    /** Moves posts from one answer to another and keeps the counters. */
    public static int move(OpenIncident open, Collection<PostId> posts, AnswerState from, AnswerState to) {
        int moved = open.session().stores().posts().markAnswers(open.incident().id(), posts, from, to);
        int awaiting = (to == AnswerState.AWAITING ? moved : 0) - (from == AnswerState.AWAITING ? moved : 0);
        if (awaiting != 0) {
            open.count(0, awaiting, Optional.empty());
        }
        return moved;
    }

    /** Lets posts wait for an answer again, except those that the network deleted meanwhile. */
    static int oweAgain(OpenIncident open, Collection<PostId> posts, AnswerState from) {
        return move(open, posts, from, AnswerState.AWAITING);
    }

    /** Counts the posts that still wait. */
    public static int awaiting(OpenIncident open) {
        return open.incident().posts().awaiting();
    }

    /** Ends the work: the answer was given at this time. */
    public static void finish(OpenIncident open, AnswerTime answered) {
        open.record(Clocks.stop(open.incident(), answered.at(), ClockName.FIRST_RESPONSE, ClockName.FINAL));
        open.record(Clocks.stop(
                open.incident(),
                open.session().now(),
                ClockName.TRIAGE,
                ClockName.ACCEPT,
                ClockName.DRAFT,
                ClockName.APPROVE,
                ClockName.PROMISE));
        open.record(new IncidentEvent.Answered(answered));
    }

    /** Ends the work when the last post that waited needs no answer any more and the others had theirs in public. */
    public static void finishIfSettled(OpenIncident open) {
        Incident incident = open.incident();
        if (incident.state() == IncidentState.IN_WORK && incident.posts().awaiting() == 0) {
            lastAnswer(incident).ifPresent(answered -> finish(open, answered));
        }
    }

    private static Optional<AnswerTime> lastAnswer(Incident incident) {
        Stream<AnswerTime> published = incident.publications().stream()
                .filter(one -> one.state().wasSent())
                .filter(one -> incident.draft(one.draft())
                        .filter(draft -> draft.type() == ReplyType.FINAL)
                        .isPresent())
                .flatMap(one -> one.answered().stream());
        Stream<AnswerTime> given = incident.officialAnswers().stream()
                .filter(answer -> answer.state() == OfficialAnswer.State.ACCEPTED)
                .map(OfficialAnswer::answered);
        return Stream.concat(published, given)
                .filter(answer -> !answer.at().isBefore(incident.life().registeredAt()))
                .max(Comparator.comparing(AnswerTime::at));
    }

    /** Takes an answered incident back into work because a post came late; its clocks run anew for that post. */
    public static void latePost(OpenIncident open) {
        if (open.incident().state() == IncidentState.ANSWERED) {
            backToWork(open, "LATE_POST");
            open.record(open.clocks()
                    .startForLatePost(open.incident(), open.session().now()));
        }
    }

    /** Takes an incident back into work in the same cycle, or into triage where nobody was named for it yet. */
    public static void backToWork(OpenIncident open, String reason) {
        open.record(new IncidentEvent.ReturnedToWork(reason));
        ClockName clock = open.incident().lead().isPresent() ? ClockName.DRAFT : ClockName.TRIAGE;
        open.record(open.clocks().start(open.incident(), open.session().now(), List.of(clock)));
    }
}
