package org.otklik.internal.publish;

import java.util.Optional;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.id.PublicationId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.incident.IncidentCommands;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.ReplyTexts;
import org.otklik.reply.AnswerTime;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.OutboxRow;

/** A person says what became of a sending that no machine can look up. */
public final class Resolutions {

    private final IncidentCommands commands;

    /** Creates the work. */
    public Resolutions(IncidentCommands commands) {
        this.commands = commands;
    }

    /** Settles a doubtful sending. */
    public Result<Incident> resolve(Actor actor, PublicationId publication, boolean wasPublished) {
        return commands.sessions().run(actor, session -> {
            ReplyTexts.foresee(session, publication);
            return ReplyTexts.owner(session, publication)
                    .map(owner -> commands.changeForeseen(
                            session,
                            owner,
                            Operation.RESOLVE_PUBLICATION,
                            open -> resolve(open, publication, wasPublished)))
                    .orElseGet(() -> unknown(publication));
        });
    }

    private static Result<Incident> unknown(PublicationId publication) {
        return Result.refused(RefusalCode.NOT_FOUND, "publication", publication);
    }

    private static Result<Incident> resolve(OpenIncident open, PublicationId publication, boolean wasPublished) {
        Optional<OutboxRow> row = open.session()
                .stores()
                .outbox()
                .find(publication)
                .filter(known -> known.state() == PublicationState.UNKNOWN);
        if (row.isEmpty()) {
            return unknown(publication);
        }
        settle(open, row.get(), wasPublished);
        return Result.done(open.incident());
    }

    private static void settle(OpenIncident open, OutboxRow row, boolean wasPublished) {
        PublicationState next = wasPublished ? PublicationState.SENT : PublicationState.READY;
        OutboxRow settled = new OutboxRow(
                row.id(),
                row.incident(),
                row.draft(),
                row.target(),
                row.account(),
                next,
                open.session().now(),
                new OutboxRow.Claim(
                        row.claim().attempt(),
                        Optional.empty(),
                        Optional.empty(),
                        row.claim().claimedAt()),
                row.nativeReplyId());
        if (wasPublished) {
            AnswerTime answered =
                    new AnswerTime(row.claim().claimedAt().orElse(open.session().now()), AnswerTime.Source.CLAIM);
            Outcomes.sent(open, row, answered, row.nativeReplyId());
        } else {
            open.record(new IncidentEvent.PublicationRequeued(row.id()));
        }
        open.session().stores().outbox().resolve(settled);
    }
}
