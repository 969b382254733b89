package org.otklik.sla;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The work calendars of a region by name, {@code 24x7} always among them; immutable and thread-safe. */
public final class WorkCalendars {

    private final Map<CalendarCode, WorkCalendar> byCode;

    private WorkCalendars(Map<CalendarCode, WorkCalendar> byCode) {
        this.byCode = byCode;
    }

    /**
     * Gathers calendars.
     *
     * @param calendars calendars with different names
     * @return these and the one that is always open
     * @throws InvalidSlaException if two calendars share a name
     */
    public static WorkCalendars of(Collection<WorkCalendar> calendars) {
        Map<CalendarCode, WorkCalendar> byCode = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        for (WorkCalendar calendar : calendars) {
            if (byCode.putIfAbsent(calendar.code(), calendar) != null) {
                twice.add("The name '" + calendar.code() + "' is given to two calendars.");
            }
        }
        if (!twice.isEmpty()) {
            throw new InvalidSlaException("set of work calendars", twice);
        }
        byCode.put(CalendarCode.ALWAYS, WorkCalendar.alwaysOpen());
        return new WorkCalendars(byCode);
    }

    /**
     * Gathers calendars.
     *
     * @param calendars calendars with different names
     * @return these and the one that is always open
     * @throws InvalidSlaException if two calendars share a name
     */
    public static WorkCalendars of(WorkCalendar... calendars) {
        return of(List.of(calendars));
    }

    /**
     * Looks a calendar up.
     *
     * @param code its name
     * @return the calendar, empty if the region has none of that name
     */
    public Optional<WorkCalendar> find(CalendarCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * Returns the calendar of that name.
     *
     * @param code its name
     * @return the calendar
     * @throws IllegalArgumentException if the region has none of that name
     */
    public WorkCalendar calendar(CalendarCode code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("The region has no work calendar '" + code + "', only "
                        + byCode.keySet() + "; add it to the region pack (calendar.csv)."));
    }

    /**
     * Returns the calendar on which a clock is counted.
     *
     * @param clock the clock
     * @return the calendar that its target names
     * @throws IllegalArgumentException if the region has none of that name
     */
    public WorkCalendar calendarOf(SlaClock clock) {
        return calendar(clock.target().calendar());
    }

    /**
     * Lists the names.
     *
     * @return every name, in order
     */
    public Set<CalendarCode> codes() {
        return Set.copyOf(byCode.keySet());
    }
}
