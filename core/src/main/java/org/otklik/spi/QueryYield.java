package org.otklik.spi;

import java.time.Instant;
import java.util.Objects;
import org.otklik.post.NetworkId;

/**
 * What a query brought in one network, so that people see which queries earn their calls; immutable.
 *
 * @param query id of the {@link WatchedQuery}
 * @param network where it was searched
 * @param calls how many calls it cost
 * @param posts how many posts it found, repetitions included where the adapter cannot tell them
 * @param since since when both are counted
 */
public record QueryYield(String query, NetworkId network, long calls, long posts, Instant since) {

    /** Checks the counts. */
    public QueryYield {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(since, "since");
        if (query.isBlank() || calls < 0 || posts < 0) {
            throw new IllegalArgumentException(
                    "The yield of query '" + query + "' needs an id and counts that are not negative.");
        }
    }
}
