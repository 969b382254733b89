package org.otklik.adapters.budget;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Ever longer waits between attempts, spread by chance so that nodes do not return together; immutable.
 *
 * @param first the wait before the second attempt, before jitter; nought for no waits
 * @param longest no wait is longer
 */
public record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /** One second up to five minutes. */
    public static final Backoff STANDARD = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    /** Checks that waits do not shrink. */
    public Backoff {
        if (first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "Waits begin at nought or later and do not shrink, not from " + first + " to " + longest + ".");
        }
    }

    /**
     * Tells how long to wait.
     *
     * @param failures how many attempts failed in a row; less than 1 counts as 1
     * @param random spreads the waits
     * @return between half of the doubled wait and the whole of it
     */
    public Duration after(int failures, RandomGenerator random) {
        int doublings = Math.max(0, Math.min(failures - 1, MOST_DOUBLINGS));
        long most = longest.toMillis();
        long whole = first.toMillis() > most >> doublings ? most : first.toMillis() << doublings;
        return Duration.ofMillis(whole - (long) (random.nextDouble() * (whole / 2.0)));
    }
}
