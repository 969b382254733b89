package org.otklik.adapters.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * So many calls a span of time and never more, whatever the schedule; thread-safe, waits for nothing.
 *
 * <p>In any window of the span's length at most {@code calls} are let through: permits come back one span after they were
 * taken, not evenly, so that no burst after a rest can exceed what the network counts.
 */
public final class TokenBucket {

    private final InstantSource time;
    private final Duration span;
    private final Instant[] taken;
    private int next;
    private Instant restsUntil = Instant.MIN;

    /**
     * Creates a full bucket.
     *
     * @param calls how many, at least 1
     * @param span in how long a time, above nought
     * @param time the desk's
     */
    public TokenBucket(int calls, Duration span, InstantSource time) {
        if (calls < 1 || span.isNegative() || span.isZero()) {
            throw new IllegalArgumentException(
                    "A budget needs at least one call in a span above nought, not " + calls + " in " + span + ".");
        }
        this.time = time;
        this.span = span;
        this.taken = new Instant[calls];
        Arrays.fill(taken, Instant.MIN);
    }

    /**
     * Takes a permit if there is one.
     *
     * @return true if the call may go
     */
    public synchronized boolean tryTake() {
        Instant now = time.instant();
        if (now.isBefore(free())) {
            return false;
        }
        taken[next] = now;
        next = (next + 1) % taken.length;
        return true;
    }

    /** When the oldest permit is back and no rest is wished. */
    private Instant free() {
        Instant oldest = taken[next];
        Instant back = oldest.equals(Instant.MIN) ? Instant.MIN : oldest.plus(span);
        return back.isAfter(restsUntil) ? back : restsUntil;
    }

    /**
     * Heeds the network's wish to be left alone.
     *
     * @param until no call goes before; an earlier wish is not shortened
     */
    public synchronized void restUntil(Instant until) {
        if (until.isAfter(restsUntil)) {
            restsUntil = until;
        }
    }

    /**
     * Tells how long until a permit is there.
     *
     * @return nought if there is one
     */
    public synchronized Duration untilFree() {
        Instant free = free();
        Instant now = time.instant();
        return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
    }

    /**
     * Counts the permits that are there now.
     *
     * @return nought to the size of the bucket
     */
    public synchronized int available() {
        Instant now = time.instant();
        if (now.isBefore(restsUntil)) {
            return 0;
        }
        int free = 0;
        for (Instant one : taken) {
            if (one.equals(Instant.MIN) || !one.plus(span).isAfter(now)) {
                free++;
            }
        }
        return free;
    }
}
