package org.otklik.examples.demo.people;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.IncidentDesk;
import org.otklik.Review.MergeSuggestion;
import org.otklik.examples.demo.posts.Gold;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.incident.IncidentSummary;
import org.otklik.incident.Outcome;
import org.otklik.post.PostId;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;

/** The region's administrator: routes what found no way, joins waves, takes answers given elsewhere, closes. */
public final class Coordinator implements Person {

    private static final Set<IncidentState> WITHOUT_BODY = EnumSet.of(IncidentState.REGISTERED, IncidentState.RETURNED);
    private static final Set<IncidentState> WITH_BODY = EnumSet.of(IncidentState.ROUTED, IncidentState.IN_WORK);
    private static final int HALF_PAST = 30;
    private static final double SURE_ENOUGH = 0.5;
    private static final Duration FRESH = Duration.ofMinutes(20);
    private static final Duration UNTIL_CLOSED = Duration.ofMinutes(90);

    private final IncidentDesk desk;
    private final Hours hours;
    private final Dispatch dispatch;
    private final Map<PostId, Gold> gold;

    /**
     * Returns the coordinator.
     *
     * @param desk where he works
     * @param gold what he knows to be right
     */
    public Coordinator(IncidentDesk desk, Map<PostId, Gold> gold) {
        this.desk = desk;
        hours = new Hours(desk.region().zone(), 7, 23);
        this.gold = gold;
        dispatch = new Dispatch(desk, gold);
    }

    @Override
    public void act(Instant now) {
        if (hours.include(now)) {
            lines(WITHOUT_BODY).forEach(line -> dispatch.send(line, now));
            lines(EnumSet.of(IncidentState.ROUTED)).forEach(line -> join(line, now));
        }
        if (hours.include(now) && now.atZone(hours.zone()).getMinute() == HALF_PAST) {
            lines(WITH_BODY).forEach(this::look);
            lines(EnumSet.of(IncidentState.POSTPONED)).forEach(this::resumeWhatVanished);
            lines(EnumSet.of(IncidentState.ANSWERED)).forEach(line -> finish(line, now));
        }
    }

    private List<IncidentSummary> lines(Set<IncidentState> states) {
        return Lists.all(desk, Staff.COORDINATOR, IncidentQuery.open().in(states));
    }

    private void look(IncidentSummary line) {
        Incident incident = desk.incidents().get(Staff.COORDINATOR, line.id());
        judgeAnswers(incident);
        closeWhatIsGone(incident);
    }

    /** Looks once, soon after registration, whether the matter is open already. */
    private void join(IncidentSummary line, Instant now) {
        if (line.registeredAt().plus(FRESH).isBefore(now)) {
            return;
        }
        Optional<IncidentId> survivor = desk.review().mergeSuggestions(Staff.COORDINATOR, line.id()).orThrow().stream()
                .filter(suggestion -> suggestion.incident().compareTo(line.id()) < 0 && isSameMatter(line, suggestion))
                .map(MergeSuggestion::incident)
                .findFirst();
        survivor.ifPresent(other -> desk.incidents().mergeInto(Staff.COORDINATOR, line.id(), other));
    }

    /** He knows the waves of the bundled day; elsewhere he joins what shares more than topic and town. */
    private boolean isSameMatter(IncidentSummary line, MergeSuggestion suggestion) {
        Gold known = gold.get(firstPost(line.id()));
        Gold other = gold.get(firstPost(suggestion.incident()));
        if (known == null || other == null) {
            return suggestion.score() >= SURE_ENOUGH;
        }
        return known.wave().isPresent() && known.wave().equals(other.wave());
    }

    private PostId firstPost(IncidentId id) {
        return desk.incidents().get(Staff.COORDINATOR, id).firstPost();
    }

    /** While a reply of ours is on its way, the answer waits. */
    private void judgeAnswers(Incident incident) {
        incident.officialAnswers().stream()
                .filter(answer -> answer.state() == OfficialAnswer.State.OFFERED)
                .forEach(answer -> desk.replies().acceptAnswer(Staff.COORDINATOR, incident.id(), answer.key()));
    }

    /** Whose post is gone waits for nothing any more. */
    private void closeWhatIsGone(Incident incident) {
        boolean gone = incident.posts().awaiting() == 0
                && incident.publications().stream().anyMatch(one -> one.state() == PublicationState.REFUSED);
        if (gone) {
            desk.incidents()
                    .close(Staff.COORDINATOR, incident.id(), Outcome.NO_ANSWER_NEEDED, Optional.of("TARGET_GONE"));
        }
    }

    private void finish(IncidentSummary line, Instant now) {
        Incident incident = desk.incidents().get(Staff.COORDINATOR, line.id());
        boolean rested = incident.life()
                .answeredAt()
                .filter(at -> at.plus(UNTIL_CLOSED).isBefore(now))
                .isPresent();
        if (hasVanishedReply(incident)) {
            desk.incidents()
                    .reopen(Staff.COORDINATOR, incident.id(), "REPLY_VANISHED", true)
                    .orThrow();
        } else if (rested) {
            close(incident);
        }
    }

    /** A reply vanished, nothing stands in its place, and the incident was not reopened for it yet. */
    private static boolean hasVanishedReply(Incident incident) {
        List<Publication> sent = incident.publications();
        List<PostId> vanished = sent.stream()
                .filter(one -> one.state() == PublicationState.VANISHED)
                .map(Publication::target)
                .toList();
        boolean visible = sent.stream()
                .anyMatch(one -> one.state() == PublicationState.VERIFIED && vanished.contains(one.target()));
        return !visible && vanished.size() >= incident.life().tally().cycle();
    }

    /** A promise that nobody can read is none. */
    private void resumeWhatVanished(IncidentSummary line) {
        if (hasVanishedReply(desk.incidents().get(Staff.COORDINATOR, line.id()))) {
            desk.incidents().resume(Staff.COORDINATOR, line.id()).orThrow();
        }
    }

    private void close(Incident incident) {
        Outcome outcome = Chance.pick(
                List.of(Outcome.SOLVED, Outcome.EXPLAINED, Outcome.PLANNED, Outcome.PARTIAL),
                "outcome",
                incident.number());
        desk.incidents().close(Staff.COORDINATOR, incident.id(), outcome, Optional.empty());
    }
}
