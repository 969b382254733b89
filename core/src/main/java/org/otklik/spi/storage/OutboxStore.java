package org.otklik.spi.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.reply.PublicationState;

/** Keeps replies between approval and proof. */
public interface OutboxStore {

    /**
     * Adds rows.
     *
     * @param rows READY, without a claim
     */
    void insert(Collection<OutboxRow> rows);

    /**
     * Claims rows of a lane whose step is due, earliest first, skipping what others hold or are taking.
     *
     * <p>A READY or RETRY row becomes CLAIMED, its attempt rises by one and {@code claimedAt} is {@code now}; a row in
     * another state keeps it. A row whose lease ran out may be claimed again, a CLAIMED one too: its state tells that
     * a sending was cut off.
     *
     * @param request what to claim
     * @return the rows as they are now, each with its state before the claim
     */
    List<ClaimedOutboxRow> claim(ClaimRequest request);

    /**
     * Which rows to claim; immutable.
     *
     * @param states only in these states
     * @param now only those due at this instant, the desk's time
     * @param owner name of the node
     * @param lease how long the claim holds, by the clock of leases
     * @param limit how many at the most
     * @param stopped accounts that must not speak now
     * @param lane only replies of these networks
     */
    record ClaimRequest(
            Set<PublicationState> states,
            Instant now,
            String owner,
            Duration lease,
            int limit,
            Set<AccountId> stopped,
            Lane lane) {}

    /**
     * The replies of some networks, which go out beside those of the others; immutable.
     *
     * <p>A reply belongs to the network of the post that it answers, which is also that of the account that speaks.
     *
     * @param networks which are named
     * @param others whether it holds the replies of all networks but those that are named, rather than theirs
     */
    record Lane(Set<NetworkId> networks, boolean others) {

        /** Copies the networks. */
        public Lane {
            networks = Set.copyOf(networks);
        }

        /**
         * Holds all replies.
         *
         * @return a lane of every network
         */
        public static Lane all() {
            return otherThan(Set.of());
        }

        /**
         * Holds the replies of one network.
         *
         * @param network which
         * @return a lane of its own
         */
        public static Lane of(NetworkId network) {
            return new Lane(Set.of(network), false);
        }

        /**
         * Holds what no other lane holds.
         *
         * @param networks which have lanes of their own
         * @return a lane of every other network
         */
        public static Lane otherThan(Set<NetworkId> networks) {
            return new Lane(networks, true);
        }

        /**
         * Tells whether replies of a network belong to it.
         *
         * @param network which
         * @return true if it holds them
         */
        public boolean takes(NetworkId network) {
            return networks.contains(network) != others;
        }
    }

    /**
     * Replaces a row that a node holds and ends its claim.
     *
     * @param row the new state and due time; its claim tells owner and attempt that must still hold
     * @return true if it was replaced; false if another node took the row over in the meantime
     */
    boolean release(OutboxRow row);

    /**
     * Deletes a row that a node holds.
     *
     * @param row its claim tells owner and attempt that must still hold
     * @return true if it was deleted; false if another node took the row over in the meantime
     */
    boolean finish(OutboxRow row);

    /**
     * Deletes rows whose sending was not begun, so that they are never sent; all of them or none.
     *
     * @param ids which
     * @return the first that is neither READY nor RETRY, that a node holds, or that does not exist; empty if all were
     *     deleted
     * @throws StaleVersionException if one was begun meanwhile; may come as late as the commit
     */
    Optional<PublicationId> withdraw(Collection<PublicationId> ids);

    /**
     * Replaces a row that waits for a person, whoever held it.
     *
     * @param row the new state and due time, without a claim
     */
    void resolve(OutboxRow row);

    /**
     * Finds a row.
     *
     * @param id which
     * @return the row, if it exists
     */
    Optional<OutboxRow> find(PublicationId id);

    /**
     * Counts rows in a state.
     *
     * @param state which
     * @return how many
     */
    long count(PublicationState state);

    /**
     * Counts rows by account.
     *
     * @param states only in these states
     * @return how many for each account that has any
     */
    Map<AccountId, Long> countByAccount(Set<PublicationState> states);
}
