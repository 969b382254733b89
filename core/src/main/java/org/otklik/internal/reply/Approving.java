package org.otklik.internal.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.Replies.Way;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.id.PublicationId;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentState;
import org.otklik.internal.incident.Answers;
import org.otklik.internal.unit.Clocks;
import org.otklik.internal.unit.Codes;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.ReplyTexts;
import org.otklik.internal.unit.Session;
import org.otklik.post.PostId;
import org.otklik.reply.Approval;
import org.otklik.reply.Draft;
import org.otklik.reply.DraftState;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;
import org.otklik.reply.ReplyHash;
import org.otklik.sla.ClockName;
import org.otklik.spi.Replyability;
import org.otklik.spi.storage.OutboxRow;

/** A second person's consent to exactly one text; from here the outbox takes over. */
final class Approving {

    private static final String BY_HAND = "ANSWER_BY_HAND";

    private final DeskParts parts;

    Approving(DeskParts parts) {
        this.parts = parts;
    }

    Result<List<Publication>> approve(OpenIncident open, Draft draft, ReplyHash seen) {
        Actor approver = open.session().actor();
        if (draft.state() != DraftState.SUBMITTED) {
            return Result.refused(RefusalCode.WRONG_STATE, Operation.APPROVE, draft.state());
        }
        if (wroteItHimself(approver, draft)) {
            return Result.refused(RefusalCode.OWN_DRAFT, draft.id());
        }
        String text =
                ReplyTexts.find(open.session(), draft.incident(), draft.id()).orElse("");
        ReplyHash now = ReplyHash.of(text, draft.account(), draft.targets());
        if (!now.equals(seen) || !now.equals(draft.hash())) {
            return Result.refused(RefusalCode.HASH_DIFFERS, draft.id());
        }
        return Drafting.then(
                Previews.text(new Previews(parts).of(open, draft.account(), draft.targets(), text)),
                shown -> shown.equals(text)
                        ? Result.done(approved(open, draft, seen))
                        : Result.refused(RefusalCode.HASH_DIFFERS, draft.id()));
    }

    private List<Publication> approved(OpenIncident open, Draft draft, ReplyHash seen) {
        Actor approver = open.session().actor();
        open.record(Clocks.stop(open.incident(), open.session().now(), ClockName.APPROVE));
        open.record(new IncidentEvent.Approved(
                new Approval(draft.id(), seen, approver.id(), open.session().now())));
        return queue(open, draft);
    }

    /** Neither in his own name nor for the absent may a person approve what he wrote. */
    private static boolean wroteItHimself(Actor approver, Draft draft) {
        return approver.id().equals(draft.author())
                || approver.standsInFor().filter(draft.author()::equals).isPresent();
    }

    private List<Publication> queue(OpenIncident open, Draft draft) {
        List<OutboxRow> rows = new ArrayList<>();
        for (Way way : new Speakers(parts).waysOf(open, draft)) {
            PublicationId id = PublicationId.of(parts.ids().next());
            open.record(new IncidentEvent.PublicationQueued(id, draft.id(), way.post(), draft.account()));
            if (way.replyability() instanceof Replyability.Impossible why) {
                open.record(new IncidentEvent.PublicationRefused(id, Codes.of(why.reason())));
            } else {
                ReplyTexts.own(open.session(), id, draft.incident());
                rows.add(ready(open.session(), draft, id, way.post()));
            }
        }
        if (rows.isEmpty()) {
            Answers.backToWork(open, BY_HAND);
        } else {
            open.session().stores().outbox().insert(rows);
        }
        return open.incident().publications().stream()
                .filter(one -> one.draft().equals(draft.id()))
                .toList();
    }

    private static OutboxRow ready(Session session, Draft draft, PublicationId id, PostId target) {
        return new OutboxRow(
                id,
                draft.incident(),
                draft.id(),
                target,
                draft.account(),
                PublicationState.READY,
                session.now(),
                OutboxRow.Claim.NEVER,
                Optional.empty());
    }

    Result<Draft> withdraw(OpenIncident open, Draft draft, String reason) {
        if (draft.state() == DraftState.VOIDED) {
            return Result.refused(RefusalCode.NOTHING_TO_DO, draft.id());
        }
        List<Publication> all = open.incident().publications().stream()
                .filter(one -> one.draft().equals(draft.id()))
                .toList();
        List<Publication> waiting =
                all.stream().filter(one -> one.state().isOpen()).toList();
        Optional<Result<Draft>> tooLate = sent(all).or(() -> onItsWay(open, waiting));
        if (tooLate.isPresent()) {
            return tooLate.get();
        }
        waiting.forEach(one -> open.record(new IncidentEvent.PublicationCancelled(one.id(), reason)));
        open.record(new IncidentEvent.DraftVoided(draft.id(), reason));
        boolean wasOnApproval = draft.state() == DraftState.SUBMITTED || !waiting.isEmpty();
        if (wasOnApproval && open.incident().state() == IncidentState.ON_APPROVAL) {
            open.record(Clocks.stop(open.incident(), open.session().now(), ClockName.APPROVE));
            Answers.backToWork(open, "WITHDRAWN");
        }
        return Result.done(open.incident().draft(draft.id()).orElseThrow());
    }

    private static Optional<Result<Draft>> sent(List<Publication> all) {
        return all.stream()
                .filter(one -> one.state().wasSent())
                .findFirst()
                .map(one -> Result.refused(RefusalCode.WRONG_STATE, Operation.SUBMIT_REPLY, one.state()));
    }

    /** What a node sends, or may have sent before it was cut off, cannot be called back. */
    private static Optional<Result<Draft>> onItsWay(OpenIncident open, List<Publication> waiting) {
        return open.session()
                .stores()
                .outbox()
                .withdraw(waiting.stream().map(Publication::id).toList())
                .map(begun -> Result.refused(RefusalCode.STILL_OPEN, begun));
    }
}
