package org.otklik.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time in which a calendar is open; immutable.
 *
 * @param from its beginning
 * @param until its end, after the beginning
 */
public record OpenInterval(Instant from, Instant until) {

    /** Checks that the interval has a length. */
    public OpenInterval {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("An interval from " + from + " cannot end at " + until + ".");
        }
    }

    /**
     * Returns how long the interval lasts.
     *
     * @return real elapsed time
     */
    public Duration length() {
        return Duration.between(from, until);
    }
}
