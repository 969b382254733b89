package org.otklik.adapters.http;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An end that does not move, whatever drips in before it. */
record Deadline(long endNanos) {

    static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Tells what is left; never nought, which would mean for ever. */
    int millisLeft() throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("The deadline is over.");
        }
        return Math.toIntExact(Math.min(left, Integer.MAX_VALUE));
    }
}
