package org.otklik.benchmarks.lag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.otklik.post.PostId;

/** How long posts of each kind took to be captured, and which were never captured. */
final class Delays {

    /** Where a post stands. */
    enum Kind {
        PAGE_POST,
        PAGE_COMMENT,
        SEARCHED
    }

    private final Map<PostId, Kind> awaited = new HashMap<>();
    private final Map<Kind, List<Duration>> found = new EnumMap<>(Kind.class);

    void await(PostId post, Kind kind) {
        awaited.put(post, kind);
    }

    void add(PostId post, Duration delay) {
        Kind kind = awaited.remove(post);
        if (kind != null) {
            found.computeIfAbsent(kind, fresh -> new ArrayList<>()).add(delay);
        }
    }

    boolean any(Kind kind) {
        return found.containsKey(kind) || missing(kind) > 0;
    }

    long missing(Kind kind) {
        return awaited.values().stream().filter(kind::equals).count();
    }

    /** In minutes, of those that were found. */
    double percentile(Kind kind, int percent) {
        List<Duration> sorted = new ArrayList<>(found.getOrDefault(kind, List.of()));
        Collections.sort(sorted);
        int index = Math.min(sorted.size() - 1, sorted.size() * percent / 100);
        return sorted.isEmpty() ? Double.NaN : sorted.get(index).toSeconds() / 60.0;
    }

    String line(Kind kind) {
        return String.format(
                Locale.ROOT,
                "%-13s %,7d captured, %d not yet; minutes p50 %.1f, p95 %.1f, p99 %.1f, longest %.1f",
                kind,
                found.getOrDefault(kind, List.of()).size(),
                missing(kind),
                percentile(kind, 50),
                percentile(kind, 95),
                percentile(kind, 99),
                percentile(kind, 100));
    }
}
