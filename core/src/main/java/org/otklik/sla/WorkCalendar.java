package org.otklik.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Knows when people work, and counts working time; immutable and thread-safe.
 *
 * <p>Working time is real elapsed time inside the open intervals, so a night in which the clocks change is an hour
 * longer or shorter. A calendar other than {@link #alwaysOpen()} knows a last day; nothing is guessed beyond it.
 */
public sealed interface WorkCalendar permits AlwaysOpenCalendar, WeeklyCalendar {

    /**
     * Returns the calendar that is open around the clock and never ends.
     *
     * @return the calendar {@code 24x7}
     */
    static WorkCalendar alwaysOpen() {
        return AlwaysOpenCalendar.ONLY;
    }

    /**
     * Starts a calendar of working hours.
     *
     * @param code its name
     * @param zone the zone its hours are in
     * @return a builder that reports every mistake at once
     */
    static WorkCalendarBuilder builder(CalendarCode code, ZoneId zone) {
        return new WorkCalendarBuilder(code, zone);
    }

    /**
     * Returns the calendar's name.
     *
     * @return its code
     */
    CalendarCode code();

    /**
     * Returns the zone in which the hours are meant.
     *
     * @return a zone
     */
    ZoneId zone();

    /**
     * Returns the last day whose hours are known.
     *
     * @return a day in the calendar's zone, empty if the calendar never ends
     */
    Optional<LocalDate> lastKnownDay();

    /**
     * Returns the earliest instant at which this much working time has passed.
     *
     * @param start where counting begins, in working hours or not
     * @param work working time, not negative; zero gives the start itself
     * @return the instant, with {@code between(start, result)} equal to the work
     * @throws CalendarEndsException if the result would lie beyond the last known day
     * @throws IllegalArgumentException if the work is negative
     */
    Instant add(Instant start, Duration work);

    /**
     * Counts the working time between two instants.
     *
     * @param from the earlier instant
     * @param to the later instant; if it is not later, the result is zero
     * @return working time, not negative
     * @throws CalendarEndsException if the stretch reaches beyond the last known day
     */
    Duration between(Instant from, Instant to);

    /**
     * Lists the open intervals between two instants, cut at both.
     *
     * @param from the earlier instant
     * @param to the later instant; if it is not later, the list is empty
     * @return the intervals in order, none of them empty or overlapping
     * @throws CalendarEndsException if the stretch reaches beyond the last known day
     */
    List<OpenInterval> openIntervals(Instant from, Instant to);
}
