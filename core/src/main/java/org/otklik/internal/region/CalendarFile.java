package org.otklik.internal.region;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.otklik.sla.CalendarCode;
import org.otklik.sla.WorkCalendarBuilder;

/** Reads {@code calendar.csv}: the days that differ from the usual week. */
final class CalendarFile {

    static final String NAME = "calendar.csv";

    private static final Duration SHORTER = Duration.ofHours(1);

    private CalendarFile() {}

    static FileContent<Day> read(PackFiles files) {
        return FileContent.of(
                files.table(NAME, "calendar", "date", "day", "name", "source"),
                CalendarFile::day,
                day -> day.calendar() + " " + day.date() + (day.mark() == Mark.LAST_KNOWN ? " last" : ""),
                "day");
    }

    private static Optional<Day> day(Entry entry) {
        Optional<CalendarCode> calendar = entry.needed("calendar", CalendarCode::of, "value.id");
        Optional<LocalDate> date = entry.needed("date", LocalDate::parse, "value.date");
        Optional<Mark> mark = entry.choice("day", Mark.class);
        entry.text("name"); // both for people who check the table
        entry.text("source");
        return entry.build(() -> new Day(calendar.orElseThrow(), date.orElseThrow(), mark.orElseThrow()));
    }

    /** What is special about a day. */
    enum Mark {
        OFF,
        SHORT,
        WORK,
        LAST_KNOWN
    }

    /** A day that differs from the usual week. */
    record Day(CalendarCode calendar, LocalDate date, Mark mark) {

        void tell(WorkCalendarBuilder builder) {
            switch (mark) {
                case OFF -> builder.holiday(date);
                case SHORT -> builder.shortDay(date, SHORTER);
                case WORK -> builder.workedLike(date, DayOfWeek.MONDAY);
                case LAST_KNOWN -> builder.lastKnownDay(date);
            }
        }
    }
}
