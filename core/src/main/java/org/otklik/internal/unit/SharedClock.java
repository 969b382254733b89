package org.otklik.internal.unit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The storage's clock, carried on by elapsed time from one reading to the next: nodes agree on the time however their own
 * clocks differ or jump. Thread-safe.
 */
final class SharedClock implements InstantSource {

    private static final Logger log = LoggerFactory.getLogger(SharedClock.class);
    private static final long PERIOD_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long REST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long MOST_WAIT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration MOST_APART = Duration.ofSeconds(1);

    private final InstantSource storage;
    private final InstantSource own;
    private final LongSupplier nanos;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Reading last;
    private volatile long asked;

    /**
     * What the clocks said at one moment.
     *
     * @param shared the storage's, or earlier by as long as it took to hear it
     * @param own the node's, only to see that elapsed time stood still in a suspended machine
     * @param nanos elapsed time
     * @param waited how long it took to hear it
     */
    private record Reading(Instant shared, Instant own, long nanos, long waited) {

        Instant at(long now) {
            return shared.plusNanos(now - nanos);
        }
    }

    /**
     * Reads the storage's clock for the first time.
     *
     * @param storage the clock of the storage, which is asked over a wire
     * @param own the clock of this node
     * @param nanos elapsed time, as {@link System#nanoTime()} tells it
     */
    SharedClock(InstantSource storage, InstantSource own, LongSupplier nanos) {
        this.storage = storage;
        this.own = own;
        this.nanos = nanos;
        this.last = read();
        this.asked = last.nanos();
    }

    @Override
    public Instant instant() {
        return last.at(nanos.getAsLong());
    }

    /** Asks the storage again when it is time to; never within a transaction, since it takes a connection. */
    void refresh() {
        if (isDue() && asking.tryLock()) {
            try {
                asked = nanos.getAsLong();
                last = later(read(), last);
            } catch (RuntimeException failure) {
                log.debug("The storage does not tell its time; the last one is carried on.", failure);
            } finally {
                asking.unlock();
            }
        }
    }

    private boolean isDue() {
        long now = nanos.getAsLong();
        Reading known = last;
        return now - asked >= REST_NANOS
                && (known.waited() > MOST_WAIT_NANOS || now - known.nanos() >= PERIOD_NANOS || isApart(known, now));
    }

    private boolean isApart(Reading known, long now) {
        Duration apart = Duration.between(known.own(), own.instant()).minusNanos(now - known.nanos());
        return apart.abs().compareTo(MOST_APART) > 0;
    }

    /** The time counts from when it was heard, so that no node is ahead of the storage. */
    private Reading read() {
        long before = nanos.getAsLong();
        Instant shared = storage.instant();
        long after = nanos.getAsLong();
        return new Reading(shared, own.instant(), after, after - before);
    }

    /** What took time to hear is late by up to that; what was carried on is better, unless it can no longer be true. */
    private static Reading later(Reading fresh, Reading known) {
        Instant carried = known.at(fresh.nanos());
        boolean better = carried.isAfter(fresh.shared())
                && !carried.isAfter(fresh.shared().plusNanos(fresh.waited()));
        return better ? new Reading(carried, fresh.own(), fresh.nanos(), fresh.waited()) : fresh;
    }
}
