package org.otklik.sla;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;

/**
 * One open interval of a day on the wall clock; immutable.
 *
 * @param from its beginning
 * @param until its end, after the beginning; midnight means the end of the day
 */
public record WorkHours(LocalTime from, LocalTime until) {

    /** From midnight to midnight. */
    public static final WorkHours WHOLE_DAY = new WorkHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** Checks the order of the two times. */
    public WorkHours {
        Objects.requireNonNull(from, "from");
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException("Work hours from " + from + " cannot end at " + until
                    + "; write hours that pass midnight as two intervals of two days.");
        }
    }

    /**
     * Reads hours as people write them.
     *
     * @param text such as {@code 09:00-13:00} or {@code 22:00-24:00}
     * @return the hours
     * @throws IllegalArgumentException if the text has another shape
     */
    public static WorkHours parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw unreadable(text);
        }
        try {
            return new WorkHours(
                    LocalTime.parse(text.substring(0, dash).strip()),
                    end(text.substring(dash + 1).strip()));
        } catch (DateTimeException e) {
            throw unreadable(text);
        }
    }

    private static LocalTime end(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("'" + text + "' is not an interval of hours such as 09:00-18:00.");
    }

    /**
     * Returns how long the interval lasts on the wall clock, which a change of summer time may differ from.
     *
     * @return up to 24 hours
     */
    public Duration length() {
        return Duration.ofNanos(untilNanos() - from.toNanoOfDay());
    }

    boolean overlaps(WorkHours other) {
        return from.toNanoOfDay() < other.untilNanos() && other.from.toNanoOfDay() < untilNanos();
    }

    boolean endsWithDay() {
        return until.equals(LocalTime.MIDNIGHT);
    }

    private long untilNanos() {
        return endsWithDay() ? Duration.ofDays(1).toNanos() : until.toNanoOfDay();
    }

    @Override
    public String toString() {
        return from + "-" + (endsWithDay() ? "24:00" : until);
    }
}
