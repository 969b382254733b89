package org.otklik.place;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How many people live in a place, as of a day; immutable.
 *
 * @param count people
 * @param asOf day of the census or estimate
 */
public record Population(long count, LocalDate asOf) {

    /** Checks the count. */
    public Population {
        Objects.requireNonNull(asOf, "asOf");
        if (count < 0) {
            throw new IllegalArgumentException("A population cannot be " + count + ".");
        }
    }
}
