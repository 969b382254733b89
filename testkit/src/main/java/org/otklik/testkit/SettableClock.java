package org.otklik.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** A clock that stands still until it is set; thread-safe. */
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    private SettableClock(Instant start) {
        this.now = Objects.requireNonNull(start, "start");
    }

    /**
     * Returns a clock that stands at an instant.
     *
     * @param start the instant
     * @return the clock
     */
    public static SettableClock startingAt(Instant start) {
        return new SettableClock(start);
    }

    /**
     * Sets the clock, forwards or backwards.
     *
     * @param instant the new time
     * @return this clock
     */
    public synchronized SettableClock at(Instant instant) {
        now = Objects.requireNonNull(instant, "instant");
        return this;
    }

    /**
     * Moves the clock.
     *
     * @param step how far; negative moves it back
     * @return this clock
     */
    public synchronized SettableClock advance(Duration step) {
        now = now.plus(step);
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public String toString() {
        return "clock at " + now;
    }
}
