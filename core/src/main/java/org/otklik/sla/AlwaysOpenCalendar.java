package org.otklik.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The calendar 24x7, on which working time is wall time. */
record AlwaysOpenCalendar(CalendarCode code, ZoneId zone) implements WorkCalendar {

    static final AlwaysOpenCalendar ONLY = new AlwaysOpenCalendar(CalendarCode.ALWAYS, ZoneOffset.UTC);

    @Override
    public Optional<LocalDate> lastKnownDay() {
        return Optional.empty();
    }

    @Override
    public Instant add(Instant start, Duration work) {
        return start.plus(WeeklyCalendar.requireNotNegative(work));
    }

    @Override
    public Duration between(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    @Override
    public List<OpenInterval> openIntervals(Instant from, Instant to) {
        return from.isBefore(to) ? List.of(new OpenInterval(from, to)) : List.of();
    }
}
