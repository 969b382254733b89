package org.otklik.adapters.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * So many calls a span of time and never more, whatever the schedule; thread-safe, waits for nothing.
 *
 * <p>In any window of the span's length at most {@code calls} are let through: permits come back one span after they were
 * taken, not evenly, so that no burst after a rest can exceed what the network counts. A clock that goes back neither
 * gives permits nor keeps them longer: only time that goes forward counts.
 */
public final class TokenBucket {

    private static final Duration LONGEST_STEP = Duration.ofDays(366);
    private static final Duration LONGEST_REST = Duration.ofDays(1);
    private static final long NEVER = Long.MIN_VALUE;

    private final InstantSource time;
    private final long span;
    private final long[] taken;
    private int next;
    private long passed;
    private Instant last;
    private long restsUntil = NEVER;

    /**
     * Creates a full bucket.
     *
     * @param calls how many, at least 1
     * @param span in how long a time, above nought and at most a year
     * @param time the desk's
     */
    public TokenBucket(int calls, Duration span, InstantSource time) {
        if (calls < 1 || span.isNegative() || span.isZero() || span.compareTo(LONGEST_STEP) > 0) {
            throw new IllegalArgumentException("A budget needs at least one call in a span above nought and up to a"
                    + " year, not " + calls + " in " + span + ".");
        }
        this.time = time;
        this.span = span.toNanos();
        this.taken = new long[calls];
        this.last = time.instant();
        Arrays.fill(taken, NEVER);
    }

    /**
     * Takes a permit if there is one.
     *
     * @return true if the call may go
     */
    public synchronized boolean tryTake() {
        long now = now();
        if (now < free()) {
            return false;
        }
        taken[next] = now;
        next = (next + 1) % taken.length;
        return true;
    }

    /** Nanoseconds for which the clock went forward so far. */
    private long now() {
        Instant seen = time.instant();
        if (seen.isAfter(last)) {
            passed += nanos(Duration.between(last, seen), LONGEST_STEP);
        }
        last = seen;
        return passed;
    }

    private static long nanos(Duration step, Duration longest) {
        return step.compareTo(longest) > 0 ? longest.toNanos() : step.toNanos();
    }

    /** When the oldest permit is back and no rest is wished. */
    private long free() {
        return Math.max(back(taken[next]), restsUntil);
    }

    private long back(long when) {
        return when == NEVER ? NEVER : when + span;
    }

    /**
     * Heeds the network's wish to be left alone.
     *
     * @param until no call goes before, up to a day from now, because a wish for more is more likely a mistake than
     *     meant; an earlier wish is not shortened
     */
    public synchronized void restUntil(Instant until) {
        long now = now();
        if (until.isAfter(last)) {
            restsUntil = Math.max(restsUntil, now + nanos(Duration.between(last, until), LONGEST_REST));
        }
    }

    /**
     * Tells whether the network wished to be left alone until later than now.
     *
     * @return false also where the budget is merely spent
     */
    public synchronized boolean isResting() {
        return now() < restsUntil;
    }

    /**
     * Tells how long until a permit is there.
     *
     * @return nought if there is one
     */
    public synchronized Duration untilFree() {
        long now = now();
        return Duration.ofNanos(Math.max(now, free()) - now);
    }

    /**
     * Counts the permits that are there now.
     *
     * @return nought to the size of the bucket; nought while it rests
     */
    public synchronized int available() {
        long now = now();
        return now < restsUntil ? 0 : returned(now);
    }

    /** The permits stand in the order in which they were taken, the oldest at {@code next}. */
    private int returned(long now) {
        int low = 0;
        int high = taken.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (back(taken[(int) ((next + (long) middle) % taken.length)]) <= now) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
