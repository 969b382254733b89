package org.otklik.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects the hours of a work calendar; for one thread at a time. Mistakes are reported together by {@link
 * #build()}.
 */
public final class WorkCalendarBuilder {

    private final CalendarCode code;
    private final ZoneId zone;
    private final Map<DayOfWeek, List<WorkHours>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<WorkHours>> ownHours = new TreeMap<>();
    private final Map<LocalDate, DayOfWeek> moved = new TreeMap<>();
    private final Map<LocalDate, Duration> shortened = new TreeMap<>();
    private final Map<LocalDate, Integer> timesNamed = new TreeMap<>();
    private @Nullable LocalDate lastKnownDay;

    WorkCalendarBuilder(CalendarCode code, ZoneId zone) {
        this.code = Objects.requireNonNull(code, "code");
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * Adds open hours to a day of the week.
     *
     * @param day the day
     * @param hours one or more intervals that do not overlap, such as before and after lunch
     * @return this builder
     */
    public WorkCalendarBuilder hours(DayOfWeek day, WorkHours... hours) {
        week.computeIfAbsent(day, none -> new ArrayList<>()).addAll(List.of(hours));
        return this;
    }

    /**
     * Adds open hours to every day from Monday to Friday.
     *
     * @param hours one or more intervals that do not overlap
     * @return this builder
     */
    public WorkCalendarBuilder mondayToFriday(WorkHours... hours) {
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).forEach(day -> hours(day, hours));
        return this;
    }

    /**
     * Closes a day that would be open.
     *
     * @param day the day
     * @return this builder
     */
    public WorkCalendarBuilder holiday(LocalDate day) {
        return special(day);
    }

    /**
     * Gives a day hours of its own in place of those of its day of the week.
     *
     * @param day the day
     * @param hours its intervals; none closes it
     * @return this builder
     */
    public WorkCalendarBuilder special(LocalDate day, WorkHours... hours) {
        name(day);
        ownHours.put(day, List.of(hours));
        return this;
    }

    /**
     * Gives a day the hours of another day of the week, as when a Saturday is worked for a Monday.
     *
     * @param day the day that is worked
     * @param like the day of the week whose hours it has
     * @return this builder
     */
    public WorkCalendarBuilder workedLike(LocalDate day, DayOfWeek like) {
        name(day);
        moved.put(day, Objects.requireNonNull(like, "like"));
        return this;
    }

    /**
     * Ends a working day early, as on the eve of a holiday (an hour by article 95 of the Russian labour code).
     *
     * @param day a day that is open by its day of the week
     * @param less how much shorter it is
     * @return this builder
     */
    public WorkCalendarBuilder shortDay(LocalDate day, Duration less) {
        name(day);
        shortened.put(day, Objects.requireNonNull(less, "less"));
        return this;
    }

    /**
     * Names the last day whose hours are certain; required.
     *
     * @param day the last day that can be counted on
     * @return this builder
     */
    public WorkCalendarBuilder lastKnownDay(LocalDate day) {
        lastKnownDay = day;
        return this;
    }

    /**
     * Makes the calendar.
     *
     * @return an immutable calendar
     * @throws InvalidSlaException with every mistake found
     */
    public WorkCalendar build() {
        List<String> mistakes = new ArrayList<>();
        Map<DayOfWeek, List<WorkHours>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) -> days.put(day, inOrder(day.toString(), hours, mistakes)));
        Map<LocalDate, List<WorkHours>> special = new HashMap<>();
        ownHours.forEach((day, hours) -> special.put(day, inOrder(day.toString(), hours, mistakes)));
        moved.forEach((day, like) -> special.put(day, likeHours(day, days.getOrDefault(like, List.of()), mistakes)));
        shortened.forEach((day, less) ->
                special.put(day, cut(day, days.getOrDefault(day.getDayOfWeek(), List.of()), less, mistakes)));
        checkWhole(mistakes);
        if (lastKnownDay == null || !mistakes.isEmpty()) {
            throw new InvalidSlaException("calendar '" + code + "'", mistakes);
        }
        return new WeeklyCalendar(code, zone, Map.copyOf(days), Map.copyOf(special), lastKnownDay);
    }

    private void name(LocalDate day) {
        timesNamed.merge(Objects.requireNonNull(day, "day"), 1, Integer::sum);
    }

    private void checkWhole(List<String> mistakes) {
        LocalDate last = lastKnownDay;
        if (code.equals(CalendarCode.ALWAYS)) {
            mistakes.add("The name 24x7 belongs to the calendar that is always open; choose another.");
        }
        if (week.values().stream().allMatch(List::isEmpty)) {
            mistakes.add("No day of the week has working hours.");
        }
        if (last == null) {
            mistakes.add("The last known day is missing.");
        }
        timesNamed.forEach((day, times) -> {
            if (times > 1) {
                mistakes.add("The day " + day + " is named " + times + " times.");
            }
            if (last != null && day.isAfter(last)) {
                mistakes.add("The day " + day + " lies after the last known day " + last + ".");
            }
        });
    }

    private static List<WorkHours> inOrder(String day, List<WorkHours> hours, List<String> mistakes) {
        List<WorkHours> sorted =
                hours.stream().sorted(Comparator.comparing(WorkHours::from)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                mistakes.add("The hours " + sorted.get(i - 1) + " and " + sorted.get(i) + " of " + day + " overlap.");
            }
        }
        return sorted;
    }

    private static List<WorkHours> likeHours(LocalDate day, List<WorkHours> hours, List<String> mistakes) {
        if (hours.isEmpty()) {
            mistakes.add("The day " + day + " is to be worked like a day that has no hours.");
        }
        return hours;
    }

    private static List<WorkHours> cut(LocalDate day, List<WorkHours> hours, Duration less, List<String> mistakes) {
        Duration whole = hours.stream().map(WorkHours::length).reduce(Duration.ZERO, Duration::plus);
        if (less.isNegative() || less.isZero() || less.compareTo(whole) >= 0) {
            mistakes.add("The day " + day + " has " + whole + " of working time and cannot be " + less + " shorter.");
            return hours;
        }
        List<WorkHours> kept = new ArrayList<>();
        Duration left = whole.minus(less);
        for (WorkHours interval : hours) {
            if (left.compareTo(interval.length()) >= 0) {
                kept.add(interval);
            } else if (!left.isZero()) {
                LocalTime end = interval.from().plus(left);
                kept.add(new WorkHours(interval.from(), end));
            }
            left = left.compareTo(interval.length()) > 0 ? left.minus(interval.length()) : Duration.ZERO;
        }
        return List.copyOf(kept);
    }
}
