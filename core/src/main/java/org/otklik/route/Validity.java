package org.otklik.route;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The days on which a body exists or a rule holds, in the region's zone; immutable.
 *
 * @param from first day, or empty when it always held
 * @param until last day, or empty when no end is known
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> until) {

    /** Without beginning and end. */
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    /** Checks that the end is not before the beginning. */
    public Validity {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException(
                    "The last day " + until.get() + " is before the first day " + from.get() + ".");
        }
    }

    /**
     * Says whether the day lies within.
     *
     * @param day a day in the region's zone
     * @return true from the first to the last day, both included
     */
    public boolean covers(LocalDate day) {
        return !(from.isPresent() && day.isBefore(from.get())) && !(until.isPresent() && day.isAfter(until.get()));
    }
}
