package org.otklik.testkit.x;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that are made of their time, as X makes them; thread-safe. */
final class Snowflakes {

    private static final long EPOCH = 1_288_834_974_657L;
    private static final int SHIFT = 22;

    private final AtomicLong made = new AtomicLong();

    long next(Instant time) {
        return first(time) | (made.getAndIncrement() & ((1L << SHIFT) - 1));
    }

    /** The least id of a moment. */
    static long first(Instant time) {
        return Math.max(0, time.toEpochMilli() - EPOCH) << SHIFT;
    }

    static Instant time(long id) {
        return Instant.ofEpochMilli((id >> SHIFT) + EPOCH);
    }
}
