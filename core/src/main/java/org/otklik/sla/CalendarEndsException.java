package org.otklik.sla;

import java.time.LocalDate;
import org.otklik.OtklikException;

/** Thrown when a deadline would lie beyond the last day that a work calendar knows: a guess would be silently wrong. */
public class CalendarEndsException extends OtklikException {

    private static final long serialVersionUID = 1L;

    private final String calendar;
    private final LocalDate lastKnownDay;

    /**
     * Creates the exception for a calendar.
     *
     * @param calendar the calendar that ends
     * @param lastKnownDay the last day it knows
     */
    public CalendarEndsException(CalendarCode calendar, LocalDate lastKnownDay) {
        super("The work calendar '" + calendar + "' knows no day after " + lastKnownDay
                + ", so nothing can be counted beyond it; add the next year's days to the region pack (calendar.csv).");
        this.calendar = calendar.value();
        this.lastKnownDay = lastKnownDay;
    }

    /**
     * Returns the calendar that ends.
     *
     * @return its code
     */
    public CalendarCode calendar() {
        return CalendarCode.of(calendar);
    }

    /**
     * Returns the last day that the calendar knows.
     *
     * @return a day in the calendar's zone
     */
    public LocalDate lastKnownDay() {
        return lastKnownDay;
    }
}
