package org.otklik.internal.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.PublishReport;
import org.otklik.Publishing;
import org.otklik.access.Actor;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.health.AccountWatch;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.NetworkId;
import org.otklik.reply.AnswerTime;
import org.otklik.reply.PublicationState;
import org.otklik.spi.Capability;
import org.otklik.spi.FailureKind;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.storage.ClaimedOutboxRow;
import org.otklik.spi.storage.OutboxRow;
import org.otklik.spi.storage.OutboxStore.ClaimRequest;
import org.otklik.spi.storage.OutboxStore.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends approved replies (T3, T4): claim and commit, send outside any transaction, record with the claim's fence.
 *
 * <p>A sending whose lease ran out was cut off: only with an idempotent network is it sent again, otherwise its outcome
 * is unknown and it is looked up first.
 */
public final class Publisher {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final Set<PublicationState> STATES = EnumSet.of(
            PublicationState.READY,
            PublicationState.RETRY,
            PublicationState.CLAIMED,
            PublicationState.UNKNOWN,
            PublicationState.SENT);

    private static final int AT_ONCE = 20;

    private final Sessions sessions;
    private final Sendings sendings;
    private final LookUps lookUps;
    private final AccountWatch watch;

    /** Creates the publisher of a desk. */
    public Publisher(Sessions sessions, AccountWatch watch) {
        this.sessions = sessions;
        this.watch = watch;
        this.sendings = new Sendings(sessions);
        this.lookUps = new LookUps(sessions, watch);
    }

    private DeskParts parts() {
        return sessions.parts();
    }

    /** Lists a lane for each network that has an adapter, and one for what nobody can send; each reply is in one. */
    public List<Lane> lanes() {
        Set<NetworkId> served =
                parts().adapters().stream().map(NetworkAdapter::network).collect(Collectors.toSet());
        return Stream.concat(
                        parts().adapters().stream().map(NetworkAdapter::network).map(Lane::of),
                        Stream.of(Lane.otherThan(served)))
                .toList();
    }

    /** Does one bounded step for all networks, one reply after the other. */
    public PublishReport publishDue() {
        return publishDue(Lane.all());
    }

    /** Does one bounded step for some networks, one reply after the other; lanes may be done beside each other. */
    public PublishReport publishDue(Lane lane) {
        PublishTally tally = new PublishTally();
        for (ClaimedOutboxRow claimed : claim(lane)) {
            try {
                handle(claimed, tally);
            } catch (RuntimeException e) {
                log.warn(
                        "The step of publication {} failed; its outcome is looked up when the lease has run out.",
                        claimed.row().id(),
                        e);
            }
        }
        return tally.report();
    }

    private List<ClaimedOutboxRow> claim(Lane lane) {
        return sessions.run(Actor.system(), session -> {
            Publishing.State switches = Switches.read(session);
            if (!switches.enabled()) {
                return List.of();
            }
            return session.stores()
                    .outbox()
                    .claim(new ClaimRequest(
                            STATES,
                            session.now(),
                            parts().node(),
                            parts().limits().lease(),
                            Math.min(parts().limits().batch(), AT_ONCE),
                            Switches.silenced(session, switches),
                            lane));
        });
    }

    private void handle(ClaimedOutboxRow claimed, PublishTally tally) {
        OutboxRow row = claimed.row();
        Optional<NetworkAdapter> adapter = parts().adapter(row.account().network());
        if (adapter.isEmpty()) {
            sick(row, new PublishOutcome.Refused(FailureKind.CONFIGURATION, "NO_ADAPTER"), tally);
            return;
        }
        switch (claimed.before()) {
            case UNKNOWN, SENT -> lookUps.look(claimed, adapter.get(), tally);
            case CLAIMED -> takeOver(claimed, adapter.get(), tally);
            default -> send(claimed, adapter.get(), tally);
        }
    }

    private void takeOver(ClaimedOutboxRow claimed, NetworkAdapter adapter, PublishTally tally) {
        if (adapter.capabilities().contains(Capability.IDEMPOTENT_SEND) && !lookUps.wasRestored(claimed.row())) {
            send(claimed, adapter, tally);
        } else {
            unknown(claimed.row(), "CUT_OFF", tally);
        }
    }

    private void send(ClaimedOutboxRow claimed, NetworkAdapter adapter, PublishTally tally) {
        OutboxRow row = claimed.row();
        Sendings.Clearance clearance = sendings.clearance(row);
        if (clearance instanceof Sendings.Clearance.Approved approved) {
            record(row, publish(row, approved, adapter), adapter, tally);
        } else if (clearance instanceof Sendings.Clearance.Stopped) {
            giveBack(claimed);
        } else if (clearance instanceof Sendings.Clearance.MayStand) {
            move(
                    row,
                    PublicationState.UNKNOWN,
                    parts().now(),
                    row.nativeReplyId(),
                    open -> Restoration.doubtUnsent(open, row));
            tally.unknown++;
        } else if (clearance instanceof Sendings.Clearance.TextGone) {
            log.warn("The publication {} has no approved text any more and is not sent.", row.id());
            finish(row, open -> open.record(new IncidentEvent.PublicationCancelled(row.id(), "TEXT_GONE")));
        } else {
            log.info("The turn of publication {} came too late for its claim; it is sent later.", row.id());
            giveBack(claimed);
        }
    }

    /**
     * What was never begun need not be looked for; who took it over meanwhile keeps it by the fence. What another claim
     * may have sent stays CLAIMED, since a READY reply may be cancelled as one that nobody saw.
     */
    private void giveBack(ClaimedOutboxRow claimed) {
        if (claimed.before() != PublicationState.CLAIMED) {
            OutboxRow row = claimed.row();
            move(row, PublicationState.READY, parts().now(), row.nativeReplyId(), open -> {});
        }
    }

    private static PublishOutcome publish(OutboxRow row, Sendings.Clearance.Approved approved, NetworkAdapter adapter) {
        try {
            return adapter.publish(approved.target(), approved.text(), row.id());
        } catch (RuntimeException e) {
            log.warn("The adapter of {} failed while sending {}.", adapter.network(), row.id(), e);
            return new PublishOutcome.Unknown(e.getClass().getSimpleName());
        }
    }

    private void record(OutboxRow row, PublishOutcome outcome, NetworkAdapter adapter, PublishTally tally) {
        if (outcome instanceof PublishOutcome.Sent sent) {
            AnswerTime answered = sent.at()
                    .map(at -> new AnswerTime(at, AnswerTime.Source.NETWORK))
                    .orElseGet(() -> new AnswerTime(parts().now(), AnswerTime.Source.RESPONSE));
            sent(row, answered, sent.nativeReplyId(), adapter, tally);
        } else if (outcome instanceof PublishOutcome.Later later) {
            delay(row, later.kind(), parts().now().plus(later.after()), tally);
            watch.mute(row.account(), later.kind(), later.kind().name(), Optional.empty(), later.after());
        } else if (outcome instanceof PublishOutcome.Refused refused) {
            refused(row, refused, tally);
        } else {
            unknown(row, ((PublishOutcome.Unknown) outcome).detail(), tally);
        }
    }

    private void sent(
            OutboxRow row, AnswerTime answered, String nativeReplyId, NetworkAdapter adapter, PublishTally tally) {
        boolean readBack = adapter.capabilities().contains(Capability.READ_BACK);
        Consumer<OpenIncident> effect = open -> Outcomes.sent(open, row, answered, Optional.of(nativeReplyId));
        if (readBack) {
            Instant due = parts().now().plus(parts().limits().verifyAfter());
            move(row, PublicationState.SENT, due, Optional.of(nativeReplyId), effect);
        } else {
            finish(row, effect);
        }
        watch.spoke(row.account());
        tally.sent++;
    }

    /** A duplicate is evidence that an earlier attempt was applied; a sick account waits rather than loses a reply. */
    private void refused(OutboxRow row, PublishOutcome.Refused refused, PublishTally tally) {
        switch (refused.kind()) {
            case DUPLICATE -> unknown(row, refused.kind().name(), tally);
            case TOKEN_INVALID, HUMAN_NEEDED, CONFIGURATION -> sick(row, refused, tally);
            default -> {
                finish(row, open -> Outcomes.refused(open, row, refused.kind()));
                tally.refused++;
            }
        }
    }

    private void sick(OutboxRow row, PublishOutcome.Refused refused, PublishTally tally) {
        Duration rest = parts().limits().quietPeriod();
        delay(row, refused.kind(), parts().now().plus(rest), tally);
        watch.mute(row.account(), refused.kind(), refused.detail(), refused.help(), rest);
    }

    private void unknown(OutboxRow row, String reason, PublishTally tally) {
        Instant due = parts().now().plus(parts().limits().quietPeriod());
        move(row, PublicationState.UNKNOWN, due, row.nativeReplyId(), open -> Outcomes.doubtful(open, row, reason));
        tally.unknown++;
    }

    private void delay(OutboxRow row, FailureKind kind, Instant until, PublishTally tally) {
        move(
                row,
                PublicationState.RETRY,
                until,
                row.nativeReplyId(),
                open -> open.record(new IncidentEvent.PublicationDelayed(row.id(), until, kind.name())));
        tally.delayed++;
    }

    private void move(
            OutboxRow row,
            PublicationState state,
            Instant due,
            Optional<String> nativeReplyId,
            Consumer<OpenIncident> effect) {
        sessions.run(Actor.system(), session -> {
            if (session.stores().outbox().release(OutboxRows.in(row, state, due, nativeReplyId))) {
                apply(session, row, effect);
            }
            return true;
        });
    }

    private void finish(OutboxRow row, Consumer<OpenIncident> effect) {
        sessions.run(Actor.system(), session -> {
            if (session.stores().outbox().finish(row)) {
                apply(session, row, effect);
            }
            return true;
        });
    }

    private static void apply(Session session, OutboxRow row, Consumer<OpenIncident> effect) {
        OpenIncident.find(session, row.incident()).ifPresent(open -> {
            effect.accept(open);
            open.save();
        });
    }
}
