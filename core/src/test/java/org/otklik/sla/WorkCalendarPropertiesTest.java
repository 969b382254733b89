package org.otklik.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkCalendarPropertiesTest {

    @Property
    void between_undoes_add(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll @IntRange(max = 500_000) int seconds) {
        Duration work = Duration.ofSeconds(seconds);

        Instant end = calendar.add(start, work);

        assertFalse(end.isBefore(start));
        assertEquals(work, calendar.between(start, end));
    }

    @Property
    void add_gives_the_earliest_instant(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll @IntRange(min = 1, max = 500_000) int seconds) {
        Instant end = calendar.add(start, Duration.ofSeconds(seconds));

        Duration before = calendar.between(start, end.minusSeconds(1));

        assertEquals(Duration.ofSeconds(seconds - 1), before);
    }

    @Property
    void add_undoes_between_up_to_closed_hours(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(max = 5_000_000) int seconds) {
        Instant to = from.plusSeconds(seconds);

        Instant back = calendar.add(from, calendar.between(from, to));

        assertFalse(back.isAfter(to));
        assertEquals(Duration.ZERO, calendar.between(back, to));
    }

    @Property
    void counting_in_two_steps_is_counting_in_one(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll @IntRange(max = 300_000) int first,
            @ForAll @IntRange(min = 1, max = 300_000) int second) {
        Instant inTwoSteps = calendar.add(calendar.add(start, Duration.ofSeconds(first)), Duration.ofSeconds(second));

        assertEquals(calendar.add(start, Duration.ofSeconds(first + second)), inTwoSteps);
    }

    @Property
    void open_intervals_are_ordered_disjoint_and_inside(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(max = 2_000_000) int seconds) {
        Instant to = from.plusSeconds(seconds);

        List<OpenInterval> open = calendar.openIntervals(from, to);

        Instant last = from;
        for (OpenInterval interval : open) {
            assertFalse(interval.from().isBefore(last));
            last = interval.until();
        }
        assertTrue(!last.isAfter(to));
    }

    @Provide
    Arbitrary<WorkCalendar> calendars() {
        Arbitrary<ZoneId> zones = Arbitraries.of("Europe/Berlin", "Europe/Samara", "Asia/Kolkata", "Africa/Cairo")
                .map(ZoneId::of);
        return Arbitraries.oneOf(
                zones.map(Samples::office), zones.map(Samples::duty), Arbitraries.just(WorkCalendar.alwaysOpen()));
    }

    /** Around both changes of the clocks in 2027, around a year's end, and anywhere. */
    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.oneOf(
                near("2027-03-28T01:00:00Z", 5 * 86_400),
                near("2027-10-31T01:00:00Z", 5 * 86_400),
                near("2025-12-31T20:00:00Z", 5 * 86_400),
                near("2026-07-01T00:00:00Z", 300 * 86_400));
    }

    static Arbitrary<Instant> near(String instant, int seconds) {
        return Arbitraries.integers().between(-seconds, seconds).map(Instant.parse(instant)::plusSeconds);
    }
}
