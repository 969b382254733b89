package org.otklik.internal.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.otklik.access.Actor;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.health.AccountWatch;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.Sessions;
import org.otklik.reply.AnswerTime;
import org.otklik.reply.PublicationState;
import org.otklik.spi.Capability;
import org.otklik.spi.FailureKind;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.OwnReplyFinder;
import org.otklik.spi.ReadBack;
import org.otklik.spi.storage.ClaimedOutboxRow;
import org.otklik.spi.storage.OutboxRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for replies in the network: doubtful ones before anything is sent again, sent ones to see that they stand. */
final class LookUps {

    private static final Logger log = LoggerFactory.getLogger(LookUps.class);

    /** With these the account is ill, not the reply. */
    private static final Set<FailureKind> SICK = EnumSet.of(FailureKind.TOKEN_INVALID, FailureKind.HUMAN_NEEDED);

    private final Sessions sessions;
    private final Sendings sendings;
    private final AccountWatch watch;

    LookUps(Sessions sessions, AccountWatch watch) {
        this.sessions = sessions;
        this.watch = watch;
        this.sendings = new Sendings(sessions);
    }

    private DeskParts parts() {
        return sessions.parts();
    }

    void look(ClaimedOutboxRow claimed, NetworkAdapter adapter, PublishTally tally) {
        OutboxRow row = claimed.row();
        boolean doubtful = claimed.before() == PublicationState.UNKNOWN;
        if (doubtful && wasJustRestored()) {
            waitOn(row, PublicationState.UNKNOWN, true);
            return;
        }
        if (doubtful && adapter.capabilities().contains(Capability.IDEMPOTENT_SEND) && !wasRestored(row)) {
            requeue(row, tally);
            return;
        }
        ReadBack seen = readBack(row, adapter);
        if (seen instanceof ReadBack.NotKnown unseen && SICK.contains(unseen.kind())) {
            Duration rest = parts().limits().quietPeriod();
            watch.mute(row.account(), unseen.kind(), unseen.kind().name(), Optional.empty(), rest);
        }
        if (doubtful) {
            resolve(row, seen, tally);
        } else {
            verify(row, seen, tally);
        }
    }

    /** The network may have forgotten the key of what was sent before the backup was restored. */
    boolean wasRestored(OutboxRow row) {
        return sessions.run(Actor.system(), session -> Restoration.wasRestored(session, row));
    }

    /** What a node held for a look-up in the backup is due at once; its network may still apply what was sent since. */
    private boolean wasJustRestored() {
        return sessions.run(Actor.system(), Restoration::wasJustNow);
    }

    private ReadBack readBack(OutboxRow row, NetworkAdapter adapter) {
        if (!(adapter instanceof OwnReplyFinder finder)
                || !adapter.capabilities().contains(Capability.READ_BACK)) {
            return new ReadBack.NotKnown(FailureKind.PERMISSION);
        }
        try {
            return sendings.approved(row)
                    .map(approved -> finder.find(approved.target(), approved.text(), row.id()))
                    .orElseGet(() -> new ReadBack.NotKnown(FailureKind.PERMISSION));
        } catch (RuntimeException e) {
            log.warn("Looking for the reply {} failed; it is looked for again later.", row.id(), e);
            return new ReadBack.NotKnown(FailureKind.TRANSIENT);
        }
    }

    private void resolve(OutboxRow row, ReadBack seen, PublishTally tally) {
        if (seen instanceof ReadBack.Visible visible) {
            found(row, visible.nativeReplyId(), visible.at(), tally);
        } else if (seen instanceof ReadBack.Hidden hidden) {
            found(row, hidden.nativeReplyId(), Optional.empty(), tally);
        } else if (seen instanceof ReadBack.Absent) {
            requeue(row, tally);
        } else {
            boolean passing = ((ReadBack.NotKnown) seen).kind().isPassing();
            waitOn(row, PublicationState.UNKNOWN, passing);
            if (!passing) {
                tally.waitingForPerson++;
            }
        }
    }

    /** A found reply counts at the network's time, else at the claim of the attempt that must have applied it. */
    private void found(OutboxRow row, String nativeId, Optional<Instant> at, PublishTally tally) {
        AnswerTime answered = at.map(time -> new AnswerTime(time, AnswerTime.Source.NETWORK))
                .orElseGet(
                        () -> new AnswerTime(row.claim().claimedAt().orElse(parts().now()), AnswerTime.Source.CLAIM));
        Instant due = parts().now().plus(parts().limits().verifyAfter());
        move(
                row,
                PublicationState.SENT,
                due,
                Optional.of(nativeId),
                open -> Outcomes.sent(open, row, answered, Optional.of(nativeId)));
        tally.found++;
    }

    private void requeue(OutboxRow row, PublishTally tally) {
        move(row, PublicationState.READY, parts().now(), Optional.empty(), open -> {
            Restoration.looked(open.session(), row);
            open.record(new IncidentEvent.PublicationRequeued(row.id()));
        });
        tally.requeued++;
    }

    private void verify(OutboxRow row, ReadBack seen, PublishTally tally) {
        if (seen instanceof ReadBack.Visible) {
            finish(row, open -> open.record(new IncidentEvent.PublicationVerified(row.id())));
            tally.verified++;
        } else if (seen instanceof ReadBack.NotKnown) {
            waitOn(row, PublicationState.SENT, true);
        } else {
            String reason = seen instanceof ReadBack.Hidden ? "HIDDEN" : "DELETED";
            finish(row, open -> Outcomes.vanished(open, row, reason));
            tally.vanished++;
        }
    }

    /** What cannot be looked up now rests; what can never be looked up rests long, until a person resolves it. */
    private void waitOn(OutboxRow row, PublicationState state, boolean passing) {
        Instant due = passing
                ? parts().now().plus(parts().limits().quietPeriod())
                : parts().now().plus(parts().limits().questionLimit());
        sessions.run(
                Actor.system(),
                session -> session.stores().outbox().release(OutboxRows.in(row, state, due, row.nativeReplyId())));
    }

    private void move(
            OutboxRow row,
            PublicationState state,
            Instant due,
            Optional<String> nativeReplyId,
            Consumer<OpenIncident> effect) {
        sessions.run(Actor.system(), session -> {
            if (session.stores().outbox().release(OutboxRows.in(row, state, due, nativeReplyId))) {
                OpenIncident.find(session, row.incident()).ifPresent(open -> save(open, effect));
            }
            return true;
        });
    }

    private void finish(OutboxRow row, Consumer<OpenIncident> effect) {
        sessions.run(Actor.system(), session -> {
            if (session.stores().outbox().finish(row)) {
                OpenIncident.find(session, row.incident()).ifPresent(open -> save(open, effect));
            }
            return true;
        });
    }

    private static void save(OpenIncident open, Consumer<OpenIncident> effect) {
        effect.accept(open);
        open.save();
    }
}
