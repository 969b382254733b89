package org.otklik.sla;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names a work calendar of the region; immutable.
 *
 * @param value a slug such as {@code office}; {@code 24x7} is the calendar that is always open
 */
public record CalendarCode(String value) implements Comparable<CalendarCode> {

    // Stands before the constant, which is checked by it.
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+){0,7}");
    private static final int LONGEST = 40;

    /** The calendar that is always open, {@code 24x7}. */
    public static final CalendarCode ALWAYS = new CalendarCode("24x7");

    /** Checks that the value is a slug. */
    public CalendarCode {
        Objects.requireNonNull(value, "value");
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value
                    + "' cannot name a calendar: use lower-case Latin letters and digits joined by '.', '-' or '_', at"
                    + " most "
                    + LONGEST + " characters.");
        }
    }

    /**
     * Returns the code with this value.
     *
     * @param value a slug
     * @return the code
     * @throws IllegalArgumentException if the value is not a slug
     */
    public static CalendarCode of(String value) {
        return new CalendarCode(value);
    }

    @Override
    public int compareTo(CalendarCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
