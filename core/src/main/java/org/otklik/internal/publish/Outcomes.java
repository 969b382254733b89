package org.otklik.internal.publish;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.Role;
import org.otklik.id.PublicationId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentState;
import org.otklik.internal.incident.Answers;
import org.otklik.internal.incident.Promises;
import org.otklik.internal.unit.Clocks;
import org.otklik.internal.unit.Codes;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.OwnReplies;
import org.otklik.reply.AnswerTime;
import org.otklik.reply.Draft;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;
import org.otklik.reply.ReplyType;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.SlaTerms;
import org.otklik.spi.FailureKind;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.OutboxRow;

/** What the outcome of a sending means for its incident. */
final class Outcomes {

    private Outcomes() {}

    /** The citizen can see the reply. */
    static void sent(OpenIncident open, OutboxRow row, AnswerTime answered, Optional<String> nativeReplyId) {
        open.record(new IncidentEvent.PublicationSent(row.id(), answered, nativeReplyId));
        nativeReplyId.ifPresent(id -> OwnReplies.remember(
                open.session(), row.target().network(), id, open.incident().id()));
        if (draft(open, row).type() == ReplyType.FINAL) {
            Answers.settle(open, List.of(row.target()), AnswerState.ANSWERED);
        }
        settleDraft(open, row);
    }

    /** The network will not take the reply. */
    static void refused(OpenIncident open, OutboxRow row, FailureKind kind) {
        open.record(new IncidentEvent.PublicationRefused(row.id(), kind.name()));
        if (kind == FailureKind.TARGET_GONE) {
            int waived = Answers.settle(open, List.of(row.target()), AnswerState.WAIVED);
            if (waived > 0) {
                open.record(new IncidentEvent.Waived(waived, kind.name()));
            }
        }
        tell(open, "PUBLICATION_REFUSED", row, kind.name());
        settleDraft(open, row);
    }

    static Draft draft(OpenIncident open, OutboxRow row) {
        return open.incident().draft(row.draft()).orElseThrow();
    }

    /** When no sending of the draft is open any more, the incident moves on. */
    private static void settleDraft(OpenIncident open, OutboxRow row) {
        Incident incident = open.incident();
        List<Publication> all = incident.publications().stream()
                .filter(one -> one.draft().equals(row.draft()))
                .toList();
        if (all.stream().anyMatch(one -> one.state().isOpen()) || incident.state() != IncidentState.ON_APPROVAL) {
            return;
        }
        Optional<AnswerTime> last = all.stream()
                .filter(one -> one.state().wasSent())
                .flatMap(one -> one.answered().stream())
                .max(Comparator.comparing(AnswerTime::at));
        if (last.isEmpty()) {
            Answers.backToWork(open, "REPLY_REFUSED");
        } else {
            answered(open, draft(open, row), last.get());
        }
    }

    private static void answered(OpenIncident open, Draft draft, AnswerTime at) {
        if (draft.type() == ReplyType.QUESTION) {
            asked(open, draft);
        } else if (draft.type() == ReplyType.INTERIM) {
            promised(open, draft, at);
        } else if (Answers.awaiting(open) == 0) {
            Answers.finish(open, at);
        } else {
            open.record(Clocks.stop(open.incident(), at.at(), ClockName.FIRST_RESPONSE));
            Answers.backToWork(open, "POSTS_AWAIT_ANSWER");
        }
    }

    private static void asked(OpenIncident open, Draft draft) {
        Instant now = open.session().now();
        open.record(open.clocks().start(open.incident(), now, List.of(ClockName.DRAFT)));
        open.record(new IncidentEvent.AuthorAsked(
                draft.id(), now.plus(open.session().parts().limits().questionLimit())));
        open.record(Clocks.pauseBodyClocks(open.incident(), now, "QUESTION_TO_AUTHOR"));
    }

    private static void promised(OpenIncident open, Draft draft, AnswerTime at) {
        SlaTerms terms = open.clocks().terms(open.incident());
        open.record(Clocks.stop(open.incident(), at.at(), ClockName.FIRST_RESPONSE));
        terms.afterInterim()
                .map(target -> new ClockEvent.Retargeted(
                        ClockName.FINAL, open.session().now(), target))
                .filter(open.incident().clocks()::canApply)
                .map(IncidentEvent.ClockChanged::new)
                .ifPresent(open::record);
        Promises.promise(
                open, draft.promisedUntil().orElse(open.session().now()), "INTERIM_REPLY", terms.policyVersion());
    }

    /** Nobody knows whether the network applied it. */
    static void doubtful(OpenIncident open, OutboxRow row, String detail) {
        String reason = Codes.of(detail);
        open.record(new IncidentEvent.PublicationDoubtful(row.id(), reason));
        tell(open, "PUBLICATION_UNKNOWN", row, reason);
    }

    /** The reply is gone from the network. */
    static void vanished(OpenIncident open, OutboxRow row, String reason) {
        open.record(new IncidentEvent.PublicationVanished(row.id(), reason));
        tell(open, "PUBLICATION_VANISHED", row, reason);
    }

    /** Tells whether the incident still thinks that this sending is open. */
    static boolean isOpen(OpenIncident open, PublicationId id) {
        return open.incident()
                .publication(id)
                .map(Publication::state)
                .filter(PublicationState::isOpen)
                .isPresent();
    }

    static void tell(OpenIncident open, String code, OutboxRow row, String detail) {
        open.session()
                .tell(
                        code,
                        open.incident().id().value(),
                        detail,
                        Set.of(Role.COORDINATOR, Role.PUBLISHER),
                        open.incident().lead());
    }
}
