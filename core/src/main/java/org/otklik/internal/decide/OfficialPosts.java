package org.otklik.internal.decide;

import java.util.Optional;
import java.util.Set;
import org.otklik.access.Operation;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.SignalEvent;
import org.otklik.incident.TransitionTable;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.Rows;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Verdict;
import org.otklik.reply.AnswerTime;
import org.otklik.reply.OfficialAnswer;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.TextRow;

/**
 * What official accounts write is no complaint: in the thread of an incident it may be the answer, from the head's own
 * account it may be an instruction, and the desk's own replies come back as posts too.
 */
final class OfficialPosts {

    private final DeskParts parts;

    OfficialPosts(DeskParts parts) {
        this.parts = parts;
    }

    PostRow decide(Session session, Attachments attachments, Waiting post) {
        BodyId body = post.official().orElseThrow().body();
        Optional<OpenIncident> thread = post.thread().flatMap(attachments::survivor);
        if (body.equals(parts.region().headBody())
                && post.row().facts().parent().isPresent()) {
            return wasIssued(session, post.row())
                    ? dismissed(session, post.row(), Verdict.INSTRUCTION_ISSUED)
                    : offerInstruction(session, post.row());
        }
        thread.ifPresent(open -> offerAnswer(open, post, body));
        return dismissed(session, post.row(), Verdict.OFFICIAL_POST);
    }

    /** Sets our own reply aside that came back. */
    PostRow own(Session session, Waiting post) {
        return dismissed(session, post.row(), Verdict.OWN_REPLY);
    }

    private PostRow dismissed(Session session, PostRow row, String reason) {
        PostRow recorded = Rows.record(
                session, row, new SignalEvent.Dismissed(reason, parts.region().version()));
        return Rows.in(recorded, SignalState.REJECTED, verdict(reason));
    }

    /** An edit of the head's words does not offer the same instruction again. */
    private static boolean wasIssued(Session session, PostRow row) {
        return session.stores()
                .state()
                .read(Verdict.ORIGINS, row.id().toString())
                .isPresent();
    }

    private PostRow offerInstruction(Session session, PostRow row) {
        session.tell(
                Verdict.INSTRUCTION_OFFER,
                row.id().toString(),
                "",
                Set.of(Role.HEAD, Role.CONTROLLER),
                Optional.empty());
        PostRow recorded = Rows.record(
                session,
                row,
                new SignalEvent.SentToReview(
                        Verdict.INSTRUCTION_OFFER, parts.region().version()));
        return Rows.in(recorded, SignalState.NEEDS_REVIEW, verdict(Verdict.INSTRUCTION_OFFER));
    }

    private Optional<String> verdict(String reason) {
        return Optional.of(parts.json().write(Verdict.because(reason)));
    }

    private void offerAnswer(OpenIncident open, Waiting post, BodyId body) {
        if (!TransitionTable.allows(open.incident().state(), Operation.REGISTER_ANSWER)) {
            return;
        }
        Session session = open.session();
        String key = "post:" + post.row().id();
        session.stores()
                .texts()
                .put(new TextRow("answer:" + key, open.stream(), post.post().text(), Optional.empty(), session.now()));
        boolean edited = open.incident().officialAnswers().stream()
                .anyMatch(known -> known.key().equals(key));
        if (edited) {
            return;
        }
        OfficialAnswer answer = new OfficialAnswer(
                key,
                Optional.of(body),
                post.row().facts().parent(),
                new AnswerTime(post.row().facts().publishedAt(), AnswerTime.Source.NETWORK),
                OfficialAnswer.Origin.OBSERVED,
                OfficialAnswer.State.OFFERED);
        open.record(new IncidentEvent.AnswerOffered(answer));
        session.tell(
                "ANSWER_OBSERVED",
                open.incident().id().value(),
                key,
                Set.of(Role.COORDINATOR),
                open.incident().lead());
    }
}
