package org.otklik.examples.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Which hours the demo plays: the day of the posts and the morning after, in which the 24 hours of the first posts
 * run out; each further run plays the next 24 hours.
 *
 * @param zone the region's zone
 */
record DayPlan(ZoneId zone) {

    static final LocalDate DAY = LocalDate.of(2026, 11, 19);

    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final Duration STEP = Duration.ofMinutes(15);

    Instant begin() {
        return ZonedDateTime.of(DAY, MORNING, zone).toInstant();
    }

    /** The noon at which a run ends that begins at an instant. */
    Instant endOfRunFrom(Instant from) {
        ZonedDateTime end = ZonedDateTime.of(DAY.plusDays(1), NOON, zone);
        while (!end.toInstant().isAfter(from)) {
            end = end.plusDays(1);
        }
        return end.toInstant();
    }

    Instant after(Instant step) {
        return step.plus(STEP);
    }

    boolean isFullHour(Instant step) {
        return step.atZone(zone).getMinute() == 0;
    }
}
