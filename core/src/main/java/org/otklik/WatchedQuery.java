package org.otklik;

import java.util.Objects;
import org.otklik.post.NetworkId;

/**
 * What a network is searched for; immutable.
 *
 * @param network where to search
 * @param id stable slug, kept with each post that the search finds
 * @param text the query in the network's own syntax
 */
public record WatchedQuery(NetworkId network, String id, String text) {

    /** Checks the parts. */
    public WatchedQuery {
        Objects.requireNonNull(network, "network");
        if (id.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("A query of network " + network + " needs an id and a text.");
        }
    }
}
