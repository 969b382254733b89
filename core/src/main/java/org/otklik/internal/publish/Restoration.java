package org.otklik.internal.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.Actor;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.ClaimedOutboxRow;
import org.otklik.spi.storage.OutboxRow;
import org.otklik.spi.storage.OutboxStore.ClaimRequest;
import org.otklik.spi.storage.OutboxStore.Lane;

/**
 * Doubts all replies on their way after a backup was restored.
 *
 * <p>They are remembered as well, because a network that recognises the key of a second sending does so for some time
 * only, and a backup may be older.
 */
final class Restoration {

    private static final String SCOPE = "restored";
    private static final String LAST = "last";
    private static final String REASON = "RESTORED";
    private static final int PAGE = 100;

    /** Longer than any reply is put off. */
    private static final Duration AHEAD = Duration.ofDays(3_650);

    private static final Set<PublicationState> ON_THEIR_WAY = EnumSet.of(
            PublicationState.READY, PublicationState.RETRY, PublicationState.CLAIMED, PublicationState.UNKNOWN);

    private final Sessions sessions;

    Restoration(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Tells whether a sending may have gone on after the backup that was restored. What a node held in the backup is not
     * doubted at once; it is known by when it was begun.
     */
    static boolean wasRestored(Session session, OutboxRow row) {
        return wasDoubted(session, row)
                || last(session)
                        .flatMap(last -> row.claim().claimedAt().filter(begun -> !begun.isAfter(last)))
                        .isPresent();
    }

    private static boolean wasDoubted(Session session, OutboxRow row) {
        return session.stores().state().read(SCOPE, row.id().value()).isPresent();
    }

    /**
     * Tells whether a reply that nobody began to send may stand in its network all the same: its text was written before
     * the restore, so it may have been approved and sent after the backup. Each is doubted once.
     */
    static boolean mayStand(Session session, OutboxRow row, Instant writtenAt) {
        return last(session).filter(last -> !writtenAt.isAfter(last)).isPresent() && !wasDoubted(session, row);
    }

    /** Notes that a reply is looked for because of the restore, and says so. */
    static void doubtUnsent(OpenIncident open, OutboxRow row) {
        remember(open.session(), row);
        Outcomes.doubtful(open, row, REASON);
    }

    /** Notes that what was begun before the restore was looked for, so that it is not doubted once more. */
    static void looked(Session session, OutboxRow row) {
        if (wasRestored(session, row)) {
            remember(session, row);
        }
    }

    private static void remember(Session session, OutboxRow row) {
        session.stores().state().write(SCOPE, row.id().value(), session.now().toString());
    }

    /** Tells whether networks may still apply what was sent before the restore. */
    static boolean wasJustNow(Session session) {
        Instant latest = session.now().minus(session.parts().limits().quietPeriod());
        return last(session).filter(latest::isBefore).isPresent();
    }

    private static Optional<Instant> last(Session session) {
        return session.stores().state().read(SCOPE, LAST).map(Instant::parse);
    }

    /** Claims all before it changes any, so that none is met twice. */
    int doubtAll() {
        sessions.run(Actor.system(), Restoration::remember);
        List<ClaimedOutboxRow> all = new ArrayList<>();
        List<ClaimedOutboxRow> page;
        do {
            page = sessions.run(Actor.system(), this::claim);
            all.addAll(page);
        } while (!page.isEmpty());
        all.forEach(claimed -> sessions.run(Actor.system(), session -> doubt(session, claimed)));
        return all.size();
    }

    private static boolean remember(Session session) {
        session.stores().state().write(SCOPE, LAST, session.now().toString());
        return true;
    }

    private List<ClaimedOutboxRow> claim(Session session) {
        return session.stores()
                .outbox()
                .claim(new ClaimRequest(
                        ON_THEIR_WAY,
                        session.now().plus(AHEAD),
                        sessions.parts().node(),
                        sessions.parts().limits().lease(),
                        PAGE,
                        Set.of(),
                        Lane.all()));
    }

    private static boolean doubt(Session session, ClaimedOutboxRow claimed) {
        OutboxRow row = claimed.row();
        remember(session, row);
        if (!session.stores().outbox().release(doubtful(session, row))) {
            return false;
        }
        if (claimed.before() != PublicationState.UNKNOWN) {
            OpenIncident.find(session, row.incident()).ifPresent(open -> {
                Outcomes.doubtful(open, row, REASON);
                open.save();
            });
        }
        return true;
    }

    /**
     * The claim that found it was for a time far ahead, which is no time of a sending. A backup may be put back while the
     * network still applies what was sent last.
     */
    private static OutboxRow doubtful(Session session, OutboxRow row) {
        Instant now = session.now();
        OutboxRow.Claim claim = new OutboxRow.Claim(
                row.claim().attempt(), row.claim().owner(), row.claim().until(), Optional.of(now));
        return new OutboxRow(
                row.id(),
                row.incident(),
                row.draft(),
                row.target(),
                row.account(),
                PublicationState.UNKNOWN,
                now.plus(session.parts().limits().quietPeriod()),
                claim,
                row.nativeReplyId());
    }
}
