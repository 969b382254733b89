package org.otklik.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hours for each day of the week, with days that differ; steps by days, never by minutes. */
record WeeklyCalendar(
        CalendarCode code,
        ZoneId zone,
        Map<DayOfWeek, List<WorkHours>> week,
        Map<LocalDate, List<WorkHours>> specialDays,
        LocalDate lastDay)
        implements WorkCalendar {

    static Duration requireNotNegative(Duration work) {
        if (work.isNegative()) {
            throw new IllegalArgumentException("Working time cannot be negative, but is " + work + ".");
        }
        return work;
    }

    @Override
    public Optional<LocalDate> lastKnownDay() {
        return Optional.of(lastDay);
    }

    @Override
    public Instant add(Instant start, Duration work) {
        Duration left = requireNotNegative(work);
        if (left.isZero()) {
            return start;
        }
        for (LocalDate day = dayOf(start); ; day = day.plusDays(1)) {
            for (OpenInterval open : openOn(day, start, Instant.MAX)) {
                if (left.compareTo(open.length()) <= 0) {
                    return open.from().plus(left);
                }
                left = left.minus(open.length());
            }
        }
    }

    @Override
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (OpenInterval open : openIntervals(from, to)) {
            sum = sum.plus(open.length());
        }
        return sum;
    }

    @Override
    public List<OpenInterval> openIntervals(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        List<OpenInterval> open = new ArrayList<>();
        for (LocalDate day = dayOf(from); instant(day.atStartOfDay()).isBefore(to); day = day.plusDays(1)) {
            open.addAll(openOn(day, from, to));
        }
        return List.copyOf(open);
    }

    private List<OpenInterval> openOn(LocalDate day, Instant notBefore, Instant notAfter) {
        if (day.isAfter(lastDay)) {
            throw new CalendarEndsException(code, lastDay);
        }
        List<WorkHours> hours = hoursOn(day);
        List<OpenInterval> open = new ArrayList<>(hours.size());
        for (WorkHours interval : hours) {
            Instant from = Instants.later(notBefore, instant(day.atTime(interval.from())));
            Instant until = Instants.earlier(notAfter, end(day, interval));
            if (from.isBefore(until)) {
                open.add(new OpenInterval(from, until));
            }
        }
        return open;
    }

    private List<WorkHours> hoursOn(LocalDate day) {
        List<WorkHours> special = specialDays.get(day);
        return special != null ? special : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private Instant end(LocalDate day, WorkHours interval) {
        return instant(interval.endsWithDay() ? day.plusDays(1).atStartOfDay() : day.atTime(interval.until()));
    }

    private LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /**
     * Maps wall time to an instant so that order is kept: a time that a change of the clocks skips becomes the instant
     * of the change, a time that comes twice its first coming. Neighbouring intervals can therefore never overlap.
     */
    private Instant instant(LocalDateTime wall) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        return offsets.isEmpty() ? rules.getTransition(wall).getInstant() : wall.toInstant(offsets.get(0));
    }
}
