package org.otklik.internal.sweep;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.SweepReport;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentState;
import org.otklik.incident.TransitionTable;
import org.otklik.internal.unit.Clocks;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.EscalationLevel;
import org.otklik.sla.SlaClock;
import org.otklik.sla.WorkCalendar;
import org.otklik.spi.storage.DeadlineRow;
import org.otklik.spi.storage.StreamId;

/**
 * Takes what is due (T5) and records what follows, in the transaction that takes it: each warning and breach happens
 * once, however many nodes sweep.
 */
public final class SlaSweeper {

    private final Sessions sessions;

    /** Creates the sweeper of a desk. */
    public SlaSweeper(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Does one bounded step. */
    public SweepReport sweep() {
        return sessions.run(Actor.system(), session -> {
            List<DeadlineRow> due = session.stores()
                    .deadlines()
                    .takeDue(session.now(), sessions.parts().limits().batch());
            return take(session, due);
        });
    }

    /** An incident of which several things are due is read and written once. */
    private SweepReport take(Session session, List<DeadlineRow> due) {
        Tally tally = new Tally();
        Map<IncidentId, OpenIncident> incidents = OpenIncident.findAll(session, owners(due));
        for (DeadlineRow row : due) {
            if (row.owner().kind() == StreamId.Kind.INCIDENT) {
                Optional.ofNullable(incidents.get(IncidentId.of(row.owner().id())))
                        .ifPresent(open -> apply(open, row, tally));
            }
        }
        incidents.values().stream()
                .sorted(Comparator.comparing(open -> open.incident().id()))
                .forEach(OpenIncident::save);
        return tally.report();
    }

    private static Set<IncidentId> owners(List<DeadlineRow> due) {
        return due.stream()
                .map(DeadlineRow::owner)
                .filter(owner -> owner.kind() == StreamId.Kind.INCIDENT)
                .map(owner -> IncidentId.of(owner.id()))
                .collect(Collectors.toSet());
    }

    private static final class Tally {
        private int warned;
        private int breached;
        private int returned;
        private int resumed;

        SweepReport report() {
            return new SweepReport(warned, breached, returned, resumed);
        }
    }

    private void apply(OpenIncident open, DeadlineRow row, Tally tally) {
        if (row.key().startsWith(OpenIncident.CLOCK)) {
            clock(open, ClockName.of(row.key().substring(OpenIncident.CLOCK.length())), tally);
        } else if (row.key().equals(OpenIncident.PROMISE)) {
            promise(open, tally);
        } else if (row.key().equals(OpenIncident.QUESTION)) {
            question(open, tally);
        }
    }

    private void clock(OpenIncident open, ClockName name, Tally tally) {
        if (!TransitionTable.allows(open.incident().state(), Operation.RECORD_DEADLINE)) {
            return;
        }
        Optional<SlaClock> clock = open.incident().clock(name);
        Optional<ClockEvent> change =
                clock.flatMap(known -> known.due(open.session().now(), calendar(known)));
        if (change.isEmpty()) {
            return;
        }
        open.record(new IncidentEvent.ClockChanged(change.get()));
        tell(open, clock.get(), change.get());
        if (change.get() instanceof ClockEvent.Breached) {
            tally.breached++;
            expireAcceptance(open, name, tally);
        } else {
            tally.warned++;
        }
    }

    private WorkCalendar calendar(SlaClock clock) {
        return sessions.parts().region().calendars().calendarOf(clock);
    }

    private static void expireAcceptance(OpenIncident open, ClockName name, Tally tally) {
        Optional<BodyId> lead = open.incident().lead();
        boolean expires = name.equals(ClockName.ACCEPT)
                && TransitionTable.allows(open.incident().state(), Operation.EXPIRE_ACCEPTANCE);
        if (expires && lead.isPresent()) {
            open.record(Clocks.cancelBodyClocks(open.incident(), open.session().now(), "NOT_ACCEPTED"));
            open.record(new IncidentEvent.AcceptanceExpired(lead.get()));
            tally.returned++;
        }
    }

    private void tell(OpenIncident open, SlaClock clock, ClockEvent change) {
        Incident incident = open.incident();
        Set<Role> recipients = sessions.parts()
                .region()
                .escalation()
                .level(clock, open.session().now(), calendar(clock))
                .map(EscalationLevel::recipients)
                .map(SlaSweeper::roles)
                .orElse(Set.of(Role.CURATOR, Role.EXECUTOR));
        String code = change instanceof ClockEvent.Breached ? "CLOCK_BREACHED" : "CLOCK_WARNED";
        open.session().tell(code, incident.id().value(), clock.name().code(), recipients, incident.lead());
    }

    /** Ladders name recipients by code; codes that are no roles are for the host's own notifier. */
    private static Set<Role> roles(Collection<String> codes) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (codes.contains(role.name())) {
                roles.add(role);
            }
        }
        return roles.isEmpty() ? Set.of(Role.COORDINATOR) : roles;
    }

    private static void promise(OpenIncident open, Tally tally) {
        if (open.incident().state() == IncidentState.POSTPONED) {
            open.record(new IncidentEvent.Resumed("PROMISE_DUE"));
            tally.resumed++;
        }
    }

    private static void question(OpenIncident open, Tally tally) {
        if (open.incident().life().waitsForAuthor()) {
            open.record(new IncidentEvent.QuestionExpired());
            open.record(Clocks.resumeBodyClocks(open.incident(), open.session().now()));
            tally.resumed++;
        }
    }
}
