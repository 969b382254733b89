package org.otklik.report;

import java.time.Instant;

/**
 * The stretch of time that a report is about; immutable.
 *
 * @param from first instant
 * @param before first instant that no longer belongs to the period
 */
public record ReportPeriod(Instant from, Instant before) {

    /** Checks that the period is not empty. */
    public ReportPeriod {
        if (!from.isBefore(before)) {
            throw new IllegalArgumentException("A report needs a period that ends after its beginning, not from " + from
                    + " to before " + before + ".");
        }
    }

    /**
     * Tells whether an instant lies within.
     *
     * @param at any instant
     * @return true from the first instant on and before the end
     */
    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(before);
    }
}
