package org.otklik.report;

import java.util.OptionalDouble;

/**
 * So many of so many, compared exactly; immutable.
 *
 * @param part how many
 * @param whole of how many, the denominator
 */
public record Share(long part, long whole) implements Comparable<Share> {

    private static final double PERCENT = 100;

    /** Checks that the part is within the whole. */
    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("A share cannot be " + part + " of " + whole + ".");
        }
    }

    /**
     * Returns the share in percent.
     *
     * @return 0 to 100; empty when there is nothing to divide by
     */
    public OptionalDouble percent() {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part * PERCENT / whole);
    }

    /** Orders by the fraction itself, without rounding: 2 of 4 stands where 1 of 2 does; of nothing counts as zero. */
    @Override
    public int compareTo(Share other) {
        return Long.compare(part * Math.max(other.whole, 1), other.part * Math.max(whole, 1));
    }

    @Override
    public String toString() {
        return part + " / " + whole;
    }
}
