package org.otklik.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.sla.Samples.SAMARA;
import static org.otklik.sla.Samples.samara;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private final WorkCalendar office = Samples.office(SAMARA);

    @Test
    void the_lunch_break_is_not_counted() {
        Instant start = samara("2025-11-05T12:30");

        assertEquals(samara("2025-11-05T14:30"), office.add(start, Duration.ofHours(1)));
        assertEquals(Duration.ofMinutes(30), office.between(start, samara("2025-11-05T13:45")));
    }

    @Test
    void work_that_ends_with_the_day_ends_that_evening_and_not_next_morning() {
        assertEquals(samara("2025-11-05T18:00"), office.add(samara("2025-11-05T09:00"), Duration.ofHours(8)));
    }

    @Test
    void a_worked_saturday_counts_and_the_moved_monday_and_the_holiday_do_not() {
        Instant fridayEvening = samara("2025-10-31T17:00");

        assertEquals(samara("2025-11-01T10:00"), office.add(fridayEvening, Duration.ofHours(2)));
        assertEquals(samara("2025-11-05T10:00"), office.add(fridayEvening, Duration.ofHours(10)));
    }

    @Test
    void the_year_ends_with_a_short_day_and_holidays() {
        Instant eve = samara("2025-12-31T09:00");

        assertEquals(samara("2025-12-31T17:00"), office.add(eve, Duration.ofHours(7)));
        assertEquals(samara("2026-01-05T10:00"), office.add(eve, Duration.ofHours(8)));
    }

    @Test
    void a_short_day_may_lose_its_whole_afternoon() {
        WorkCalendar calendar = WorkCalendar.builder(CalendarCode.of("half"), SAMARA)
                .mondayToFriday(Samples.MORNING, Samples.AFTERNOON)
                .shortDay(LocalDate.of(2025, 11, 5), Duration.ofHours(5))
                .lastKnownDay(LocalDate.of(2025, 12, 31))
                .build();

        Duration worked = calendar.between(samara("2025-11-05T00:00"), samara("2025-11-06T00:00"));

        assertEquals(Duration.ofHours(3), worked);
    }

    @Test
    void nothing_is_guessed_beyond_the_last_known_day() {
        Instant late = samara("2028-12-29T17:00");

        CalendarEndsException end =
                assertThrows(CalendarEndsException.class, () -> office.add(late, Duration.ofHours(2)));

        assertEquals(LocalDate.of(2028, 12, 31), end.lastKnownDay());
        assertEquals(Samples.OFFICE, end.calendar());
        assertTrue(end.getMessage().contains("calendar.csv"));
        assertThrows(CalendarEndsException.class, () -> office.between(late, samara("2029-01-01T00:01")));
        assertEquals(Duration.ofHours(1), office.between(late, samara("2029-01-01T00:00")));
    }

    @Test
    void around_the_clock_never_ends() {
        Instant start = samara("2099-01-01T00:00");

        assertEquals(start.plus(Duration.ofHours(24)), WorkCalendar.alwaysOpen().add(start, Duration.ofHours(24)));
    }

    @Test
    void the_night_of_summer_time_is_an_hour_shorter_and_that_of_winter_time_an_hour_longer() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        WorkCalendar sundays = WorkCalendar.builder(CalendarCode.of("sundays"), berlin)
                .hours(DayOfWeek.SUNDAY, WorkHours.WHOLE_DAY)
                .lastKnownDay(LocalDate.of(2027, 12, 31))
                .build();

        assertEquals(Duration.ofHours(23), wholeDay(sundays, LocalDate.of(2027, 3, 28)));
        assertEquals(Duration.ofHours(25), wholeDay(sundays, LocalDate.of(2027, 10, 31)));
        assertEquals(Duration.ofHours(24), wholeDay(sundays, LocalDate.of(2027, 11, 7)));
    }

    @Test
    void hours_that_the_change_to_summer_time_skips_are_not_counted_twice() {
        WorkCalendar duty = Samples.duty(ZoneId.of("Europe/Berlin"));

        Duration worked = wholeDay(duty, LocalDate.of(2027, 3, 28));

        assertEquals(Duration.ofMinutes(195), worked);
    }

    @Test
    void every_mistake_of_a_calendar_is_reported_at_once() {
        WorkCalendarBuilder builder = WorkCalendar.builder(CalendarCode.of("bad"), SAMARA)
                .hours(DayOfWeek.MONDAY, WorkHours.parse("09:00-13:00"), WorkHours.parse("12:00-18:00"))
                .holiday(LocalDate.of(2027, 1, 1))
                .workedLike(LocalDate.of(2026, 5, 9), DayOfWeek.SUNDAY)
                .shortDay(LocalDate.of(2026, 5, 9), Duration.ofHours(1))
                .lastKnownDay(LocalDate.of(2026, 12, 31));

        InvalidSlaException mistakes = assertThrows(InvalidSlaException.class, builder::build);

        assertEquals(5, mistakes.mistakes().size(), mistakes::getMessage);
    }

    @Test
    void a_calendar_without_hours_or_end_is_refused() {
        WorkCalendarBuilder builder = WorkCalendar.builder(CalendarCode.ALWAYS, SAMARA);

        assertEquals(
                3,
                assertThrows(InvalidSlaException.class, builder::build)
                        .mistakes()
                        .size());
    }

    @Test
    void hours_are_read_as_people_write_them() {
        assertEquals(Duration.ofHours(2), WorkHours.parse("22:00 - 24:00").length());
        assertEquals("22:00-24:00", WorkHours.parse("22:00-24:00").toString());
        assertThrows(IllegalArgumentException.class, () -> WorkHours.parse("nine to five"));
        assertThrows(IllegalArgumentException.class, () -> WorkHours.parse("09:00"));
        assertThrows(IllegalArgumentException.class, () -> WorkHours.parse("22:00-06:00"));
    }

    @Test
    void calendars_are_found_by_name_with_the_open_one_always_among_them() {
        WorkCalendars calendars = WorkCalendars.of(office);

        assertEquals(office, calendars.calendar(Samples.OFFICE));
        assertEquals(WorkCalendar.alwaysOpen(), calendars.calendar(CalendarCode.ALWAYS));
        assertThrows(IllegalArgumentException.class, () -> calendars.calendar(CalendarCode.of("absent")));
        assertThrows(InvalidSlaException.class, () -> WorkCalendars.of(office, office));
    }

    private static Duration wholeDay(WorkCalendar calendar, LocalDate day) {
        return calendar.between(
                day.atStartOfDay(calendar.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    }
}
