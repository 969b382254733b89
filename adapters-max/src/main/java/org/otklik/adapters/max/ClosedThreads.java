package org.otklik.adapters.max;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers under which posts the network failed again and again to take a comment, which is how it says that comments
 * are off; thread-safe, forgotten at a restart.
 */
final class ClosedThreads {

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MOST = 2000;
    private static final int CERTAIN = 2;

    private record Failures(int count, Instant last) {}

    private final InstantSource time;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST;
        }
    };

    ClosedThreads(InstantSource time) {
        this.time = time;
    }

    synchronized void failed(String post) {
        Failures before = failures.getOrDefault(post, new Failures(0, Instant.MIN));
        failures.put(post, new Failures(before.count() + 1, time.instant()));
    }

    synchronized void opened(String post) {
        failures.remove(post);
    }

    /** Tells whether it is not worth trying: one failure may be anything. */
    synchronized boolean isClosed(String post) {
        Failures known = failures.getOrDefault(post, new Failures(0, Instant.MIN));
        return known.count() >= CERTAIN && known.last().plus(REMEMBERED).isAfter(time.instant());
    }
}
