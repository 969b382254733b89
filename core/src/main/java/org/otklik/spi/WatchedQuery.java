package org.otklik.spi;

import java.util.Objects;
import java.util.Set;
import org.otklik.post.NetworkId;

/**
 * What networks are searched for; immutable.
 *
 * @param id stable slug, kept with each post that the search finds
 * @param networks where to search; empty for every network that can
 * @param expression what to find, compiled by each adapter to its network's syntax and limits
 */
public record WatchedQuery(String id, Set<NetworkId> networks, SearchExpression expression) {

    /** Checks the id and copies the networks. */
    public WatchedQuery {
        networks = Set.copyOf(networks);
        Objects.requireNonNull(expression, "expression");
        if (id.isBlank()) {
            throw new IllegalArgumentException("A query for '" + expression + "' needs an id.");
        }
    }

    /**
     * Tells whether a network is searched for this.
     *
     * @param network any network
     * @return true if it is named, or if none is
     */
    public boolean isFor(NetworkId network) {
        return networks.isEmpty() || networks.contains(network);
    }
}
