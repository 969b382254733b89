package org.otklik.internal.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.Publishing;
import org.otklik.access.Actor;
import org.otklik.incident.Incident;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.PostReader;
import org.otklik.internal.unit.ReplyTexts;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.reply.Draft;
import org.otklik.reply.DraftState;
import org.otklik.reply.ReplyHash;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.storage.OutboxRow;

/** Reads what was approved, and checks once more that it still is exactly that. */
final class Sendings {

    private final Sessions sessions;
    private final PostReader reader;

    Sendings(Sessions sessions) {
        this.sessions = sessions;
        this.reader = new PostReader(sessions.parts());
    }

    /** Whether a reply may be sent now. */
    sealed interface Clearance {

        /** It may: exactly this text, there; and when it was written last. */
        record Approved(ReplyTarget target, String text, Instant writtenAt) implements Clearance {}

        /** It may stand there already, by an approval that a restored backup does not know. */
        record MayStand() implements Clearance {}

        /** Publishing was stopped since it was claimed. */
        record Stopped() implements Clearance {}

        /** The claim is running out or gone: another node may be looking after it already. */
        record ClaimLost() implements Clearance {}

        /** There is no approved text any more. */
        record TextGone() implements Clearance {}
    }

    /**
     * Asks right before the sending, since the claim may be older than the last stop. A node that stood still while it
     * asked may hear of a claim that others have taken over since.
     */
    Clearance clearance(OutboxRow row) {
        Instant asked = sessions.parts().now();
        Clearance clearance = ask(row);
        Duration took = Duration.between(asked, sessions.parts().now()).abs();
        Duration longest = sessions.parts().limits().lease().dividedBy(4);
        return took.compareTo(longest) < 0 ? clearance : new Clearance.ClaimLost();
    }

    private Clearance ask(OutboxRow row) {
        Instant latest = latestEnd();
        return sessions.run(Actor.system(), session -> {
            if (!stillMine(session, row, latest)) {
                return new Clearance.ClaimLost();
            }
            Publishing.State switches = Switches.read(session);
            if (!switches.enabled() || Switches.silenced(session, switches).contains(row.account())) {
                return new Clearance.Stopped();
            }
            return find(session, row)
                    .map(known ->
                            Restoration.mayStand(session, row, known.writtenAt()) ? new Clearance.MayStand() : known)
                    .orElseGet(Clearance.TextGone::new);
        });
    }

    /**
     * Half of the lease must be left to hear of it and for the call, so that nobody reads back before it has ended. The
     * clock is read before the transaction, which may hold the only connection.
     */
    private Instant latestEnd() {
        return sessions.parts()
                .storage()
                .leaseClock()
                .instant()
                .plus(sessions.parts().limits().lease().dividedBy(2));
    }

    private static boolean stillMine(Session session, OutboxRow row, Instant latest) {
        return session.stores()
                .outbox()
                .find(row.id())
                .map(OutboxRow::claim)
                .filter(claim -> claim.attempt() == row.claim().attempt()
                        && claim.owner().equals(row.claim().owner()))
                .flatMap(OutboxRow.Claim::until)
                .filter(latest::isBefore)
                .isPresent();
    }

    /** Reads what was sent, to look for it in the network. */
    Optional<Clearance.Approved> approved(OutboxRow row) {
        return sessions.run(Actor.system(), session -> find(session, row));
    }

    private Optional<Clearance.Approved> find(Session session, OutboxRow row) {
        return OpenIncident.find(session, row.incident())
                .map(OpenIncident::incident)
                .flatMap(incident -> approved(session, row, incident));
    }

    private Optional<Clearance.Approved> approved(Session session, OutboxRow row, Incident incident) {
        Optional<Draft> draft = incident.draft(row.draft())
                .filter(known -> known.state() == DraftState.APPROVED)
                .filter(known -> known.targets().contains(row.target())
                        && known.account().equals(row.account()));
        return draft.flatMap(known -> ReplyTexts.row(session, row.incident(), known.id())
                .filter(written -> ReplyHash.of(written.text(), known.account(), known.targets())
                        .equals(known.hash()))
                .map(written -> new Clearance.Approved(target(session, row), written.text(), written.at())));
    }

    private ReplyTarget target(Session session, OutboxRow row) {
        Discussion discussion = Optional.ofNullable(
                        session.stores().posts().find(List.of(row.target())).get(row.target()))
                .map(reader::read)
                .map(Post::discussion)
                .orElse(Discussion.NONE);
        return ReplyTarget.of(row.account(), row.target(), discussion);
    }
}
