package org.otklik.testkit.x;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.otklik.testkit.wire.WireAnswer;

/** Counts requests by endpoint and caller in windows of 15 minutes; thread-safe. */
final class Limits {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private static final class Window {

        private final Instant ends;
        private int used;

        private Window(Instant ends) {
            this.ends = ends;
        }
    }

    /** How it stands after a request. */
    record Standing(int limit, int remaining, long reset, boolean exceeded) {

        WireAnswer on(WireAnswer answer) {
            if (limit == Integer.MAX_VALUE) {
                return answer;
            }
            return answer.header("x-rate-limit-limit", Integer.toString(limit))
                    .header("x-rate-limit-remaining", Integer.toString(remaining))
                    .header("x-rate-limit-reset", Long.toString(reset));
        }
    }

    private final Map<Endpoint, Integer> own = new EnumMap<>(Endpoint.class);
    private final Map<String, Window> windows = new HashMap<>();
    private boolean unlimited;

    synchronized void unlimited() {
        unlimited = true;
    }

    synchronized void limit(Endpoint endpoint, int limit) {
        own.put(endpoint, limit);
    }

    synchronized Standing count(Endpoint endpoint, Caller caller, Instant now) {
        if (unlimited) {
            return new Standing(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, false);
        }
        int limit = own.getOrDefault(endpoint, endpoint.limit(caller));
        String key = endpoint + " " + caller.key();
        Window window = windows.get(key);
        if (window == null || !now.isBefore(window.ends)) {
            window = new Window(now.plus(WINDOW));
            windows.put(key, window);
        }
        boolean exceeded = window.used >= limit;
        if (!exceeded) {
            window.used++;
        }
        return new Standing(limit, limit - window.used, window.ends.getEpochSecond(), exceeded);
    }

    /** Uses a window up. */
    synchronized Standing exhaust(Endpoint endpoint, Caller caller, Instant now) {
        Standing standing = count(endpoint, caller, now);
        return new Standing(standing.limit, 0, now.plus(WINDOW).getEpochSecond(), true);
    }
}
