package org.otklik.adapters.ok;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.spi.QueryYield;

/** Counts what each query costs and brings, from the start of the process on; thread-safe. */
final class QueryYields {

    private final Instant since;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    QueryYields(Instant since) {
        this.since = since;
    }

    private record Count(long calls, long posts) {

        Count plus(Count other) {
            return new Count(calls + other.calls, posts + other.posts);
        }
    }

    void add(String query, int posts) {
        counts.merge(query, new Count(1, posts), Count::plus);
    }

    List<QueryYield> all() {
        return counts.entrySet().stream()
                .map(one -> new QueryYield(
                        one.getKey(),
                        OkTarget.OK,
                        one.getValue().calls(),
                        one.getValue().posts(),
                        since))
                .toList();
    }
}
