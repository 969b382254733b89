package org.otklik.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gathers durations in bounded memory: seconds below an hour, minutes below a week, hours above, so that even a year
 * needs fewer than 25,000 numbers; for one thread.
 */
final class DurationTally {

    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long WEEK = 7 * 24 * HOUR;
    private static final int MEDIAN = 50;
    private static final int P90 = 90;
    private static final int PERCENT = 100;

    private final TreeMap<Long, Long> bySeconds = new TreeMap<>();
    private long count;

    void add(Instant from, Instant to) {
        bySeconds.merge(rounded(Math.max(0, Duration.between(from, to).toSeconds())), 1L, Long::sum);
        count++;
    }

    private static long rounded(long seconds) {
        if (seconds < HOUR) {
            return seconds;
        }
        long step = seconds < WEEK ? MINUTE : HOUR;
        return seconds - seconds % step;
    }

    Spread spread() {
        return new Spread(count, percentile(MEDIAN), percentile(P90));
    }

    private Optional<Duration> percentile(int percent) {
        long seen = 0;
        for (Map.Entry<Long, Long> entry : bySeconds.entrySet()) {
            seen += entry.getValue();
            if (seen * PERCENT >= count * percent) {
                return Optional.of(Duration.ofSeconds(entry.getKey()));
            }
        }
        return Optional.empty();
    }
}
