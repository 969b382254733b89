package org.otklik.adapters.twitter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.spi.QueryYield;

/** Counts what each query costs and brings, in all its parts, from the start of the process on; thread-safe. */
final class XYields {

    private final Instant since;
    private final Map<String, QueryYield> counts = new ConcurrentHashMap<>();

    XYields(Instant since) {
        this.since = since;
    }

    /** Pages and mentions are read without a query and are not counted. */
    void call(Optional<String> query) {
        query.ifPresent(id -> add(id, 1, 0));
    }

    void found(Optional<String> query, int posts) {
        query.ifPresent(id -> add(id, 0, posts));
    }

    private void add(String query, long calls, long posts) {
        counts.merge(
                query,
                new QueryYield(query, XAdapter.NETWORK, calls, posts, since),
                (all, one) -> new QueryYield(
                        query, XAdapter.NETWORK, all.calls() + one.calls(), all.posts() + one.posts(), since));
    }

    List<QueryYield> all() {
        return List.copyOf(counts.values());
    }
}
