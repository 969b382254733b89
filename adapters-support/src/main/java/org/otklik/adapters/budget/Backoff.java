package org.otklik.adapters.budget;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Ever longer waits between attempts, spread by chance so that nodes do not return together; immutable.
 *
 * @param first the wait before the second attempt, before jitter
 * @param longest no wait is longer
 */
public record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /** One second up to five minutes. */
    public static final Backoff STANDARD = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    /**
     * Tells how long to wait.
     *
     * @param failures how many attempts failed in a row, at least 1
     * @param random spreads the waits
     * @return between half of the doubled wait and the whole of it
     */
    public Duration after(int failures, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long whole = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(whole / 2 + (long) (random.nextDouble() * (whole - whole / 2.0)));
    }
}
