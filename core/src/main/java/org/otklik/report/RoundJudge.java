package org.otklik.report;

import java.time.Instant;
import java.util.Optional;
import org.otklik.incident.Cycle;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.sla.CalendarEndsException;
import org.otklik.sla.ClockName;
import org.otklik.sla.SlaClock;
import org.otklik.sla.Timeliness;
import org.otklik.sla.WorkCalendar;
import org.otklik.sla.WorkCalendars;

/** Says how a round counts among the answers in time; immutable. */
final class RoundJudge {

    private final Instant asOf;
    private final WorkCalendars calendars;

    RoundJudge(Instant asOf, WorkCalendars calendars) {
        this.asOf = asOf;
        this.calendars = calendars;
    }

    RoundVerdict present(Incident incident) {
        if (incident.state() == IncidentState.REJECTED) {
            return RoundVerdict.REJECTED;
        }
        if (incident.state() == IncidentState.MERGED) {
            return RoundVerdict.MERGED;
        }
        if (incident.importedFrom().isPresent() && incident.pastCycles().isEmpty()) {
            return RoundVerdict.IMPORTED;
        }
        RoundVerdict verdict =
                verdict(incident.clock(ClockName.FINAL), incident.life().answeredAt());
        boolean lost = incident.lead().isEmpty() && incident.unroutable().isPresent();
        return lost && waits(verdict) ? RoundVerdict.UNROUTABLE : verdict;
    }

    /** A frozen round has come to its end, whatever the as-of instant: a clock left running in it says nothing. */
    RoundVerdict past(Incident incident, Cycle cycle) {
        if (incident.importedFrom().isPresent() && cycle.number() == 1) {
            return RoundVerdict.IMPORTED;
        }
        Optional<SlaClock> clock = cycle.clocks().clock(ClockName.FINAL);
        return clock.filter(one -> one.state().isLive()).isPresent()
                ? RoundVerdict.WITHOUT_ANSWER
                : verdict(clock, cycle.answeredAt());
    }

    private static boolean waits(RoundVerdict verdict) {
        return verdict == RoundVerdict.RUNNING || verdict == RoundVerdict.PAUSED || verdict == RoundVerdict.NO_DEADLINE;
    }

    private RoundVerdict verdict(Optional<SlaClock> clock, Optional<Instant> answeredAt) {
        if (clock.isEmpty()) {
            return RoundVerdict.NO_DEADLINE;
        }
        return calendars
                .find(clock.get().target().calendar())
                .flatMap(calendar -> timeliness(clock.get(), calendar))
                .map(timeliness -> verdict(timeliness, answeredAt.isPresent()))
                .orElse(RoundVerdict.CALENDAR_UNKNOWN);
    }

    /** One clock beyond the calendar must not cost the whole report; it is counted as such. */
    private Optional<Timeliness> timeliness(SlaClock clock, WorkCalendar calendar) {
        try {
            return Optional.of(clock.timeliness(asOf, calendar));
        } catch (CalendarEndsException e) {
            return Optional.empty();
        }
    }

    private static RoundVerdict verdict(Timeliness timeliness, boolean answered) {
        return switch (timeliness) {
            case MET -> answered ? RoundVerdict.IN_TIME : RoundVerdict.WITHOUT_ANSWER;
            case MISSED -> answered ? RoundVerdict.LATE : RoundVerdict.OVERDUE;
            case BREACHED -> RoundVerdict.OVERDUE;
            case RUNNING, WARNED -> RoundVerdict.RUNNING;
            case PAUSED -> RoundVerdict.PAUSED;
            case CANCELLED -> RoundVerdict.CANCELLED;
        };
    }
}
