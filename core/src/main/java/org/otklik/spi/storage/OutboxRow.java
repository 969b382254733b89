package org.otklik.spi.storage;

import java.time.Instant;
import java.util.Optional;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.reply.PublicationState;

/**
 * A reply on its way to the network, or waiting to be seen there; immutable.
 *
 * @param id the publication
 * @param incident which incident it answers
 * @param draft the approved draft
 * @param target the post that is answered
 * @param account who speaks, in the network of the target
 * @param state READY, CLAIMED, RETRY, UNKNOWN or SENT; a row in any other state is deleted
 * @param dueAt when the next step may be taken
 * @param claim who is at it
 * @param nativeReplyId the network's id of our reply, once known
 */
public record OutboxRow(
        PublicationId id,
        IncidentId incident,
        DraftId draft,
        PostId target,
        AccountId account,
        PublicationState state,
        Instant dueAt,
        Claim claim,
        Optional<String> nativeReplyId) {

    /**
     * Who is at a row; immutable.
     *
     * @param attempt how often it was claimed for sending
     * @param owner name of the node that holds it; empty when nobody does
     * @param until until when, by the clock of leases
     * @param claimedAt when the last sending was claimed, by the desk's time
     */
    public record Claim(int attempt, Optional<String> owner, Optional<Instant> until, Optional<Instant> claimedAt) {

        /** Nobody is at it, and nobody ever was. */
        public static final Claim NEVER = new Claim(0, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
