package org.otklik.testkit.vk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Counts calls by the clock of the network and says when there were too many; thread-safe. */
final class Gatekeeper {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long MOSCOW = Duration.ofHours(3).toMillis();

    private final InstantSource clock;
    private final Map<String, Window> windows = new HashMap<>();
    private volatile VkLimits limits = VkLimits.official();

    private record Window(long number, int calls) {}

    Gatekeeper(InstantSource clock) {
        this.clock = clock;
    }

    void limits(VkLimits value) {
        limits = value;
    }

    void second(Token token) {
        boolean group = token.is(TokenKind.GROUP);
        count("second " + token.text(), SECOND, 0, group ? limits.groupPerSecond() : limits.tokenPerSecond(), 6);
    }

    void day(String method, Token token) {
        Integer most = limits.perDay().get(method);
        if (most != null) {
            count(method + ' ' + token.text(), DAY, MOSCOW, most, 29);
        }
    }

    void comment(long author) {
        count("comment " + author, MINUTE, 0, limits.commentsPerMinute(), 9);
    }

    private synchronized void count(String what, long length, long shift, int most, int error) {
        if (most == Integer.MAX_VALUE) {
            return;
        }
        long number = (clock.millis() + shift) / length;
        Window window = windows.getOrDefault(what, new Window(number, 0));
        int calls = window.number() == number ? window.calls() : 0;
        if (calls >= most) {
            throw VkError.of(error);
        }
        windows.put(what, new Window(number, calls + 1));
    }
}
