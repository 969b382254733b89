package org.otklik.adapters.http;

import java.time.Duration;

/**
 * How long a call may take and how much it may bring; immutable.
 *
 * @param deadline from the first byte sent to the last byte of the body, whatever drips in between
 * @param largestBody in bytes; a larger answer is given up
 */
public record CallLimits(Duration deadline, int largestBody) {

    private static final int MEGABYTE = 1 << 20;

    /** Twenty seconds and four megabytes, more than any answer of the supported networks needs. */
    public static final CallLimits STANDARD = new CallLimits(Duration.ofSeconds(20), 4 * MEGABYTE);

    /** Checks that something may be done. */
    public CallLimits {
        if (deadline.isNegative() || deadline.isZero() || largestBody < 1) {
            throw new IllegalArgumentException("A call needs a deadline and a largest body above nought, not "
                    + deadline + " and " + largestBody + ".");
        }
    }
}
