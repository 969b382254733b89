package org.otklik.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set; thread-safe. */
public final class SettableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    private SettableClock(Instant start) {
        this.now = new AtomicReference<>(Objects.requireNonNull(start, "start"));
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
    public SettableClock at(Instant instant) {
        now.set(Objects.requireNonNull(instant, "instant"));
        return this;
    }

    /**
     * Moves the clock.
     *
     * @param step how far; negative moves it back
     * @return this clock
     */
    public SettableClock advance(Duration step) {
        now.updateAndGet(before -> before.plus(step));
        return this;
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public String toString() {
        return "clock at " + now;
    }
}
