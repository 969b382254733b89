package org.otklik.spi.storage;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.BodyId;
import org.otklik.incident.IncidentSummary;
import org.otklik.incident.PostCounters;
import org.otklik.post.NetworkId;

/**
 * An incident as stored: a line that can be asked for, and the whole as JSON; immutable.
 *
 * @param summary what lists show and queries filter
 * @param network the network of the first post
 * @param bodies every body with a part in it, for scopes
 * @param unroutable whether no body could be found for it
 * @param updatedAt when its last event happened
 * @param counters its posts; the storage keeps them by {@link IncidentStore#count}, an update leaves them alone
 * @param stream how many events it has, which is its version, and the hash of the last
 * @param snapshot JSON of the incident
 */
public record IncidentRow(
        IncidentSummary summary,
        NetworkId network,
        Set<BodyId> bodies,
        boolean unroutable,
        Instant updatedAt,
        PostCounters counters,
        StreamHead stream,
        String snapshot) {

    /** Copies the set. */
    public IncidentRow {
        bodies = Set.copyOf(bodies);
    }

    /**
     * Returns the key of this line in an order.
     *
     * @param deadlineOrder whether lines are ordered by deadline rather than registration
     * @return the sort value; empty for a line without deadline
     */
    public Optional<Instant> sortValue(boolean deadlineOrder) {
        return deadlineOrder ? summary.deadline() : Optional.of(summary.registeredAt());
    }
}
