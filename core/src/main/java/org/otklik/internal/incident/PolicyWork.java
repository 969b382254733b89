package org.otklik.internal.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.Result;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.reply.Draft;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;
import org.otklik.reply.ReplyType;
import org.otklik.sla.CalendarEndsException;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockRevision;
import org.otklik.sla.ClockTarget;
import org.otklik.sla.SlaClock;
import org.otklik.sla.SlaTerms;
import org.otklik.sla.WorkCalendar;

/** Brings the running clocks of an incident under today's policy, when somebody says so and not before. */
final class PolicyWork {

    private final IncidentCommands commands;

    PolicyWork(IncidentCommands commands) {
        this.commands = commands;
    }

    Result<List<ClockRevision>> apply(Actor actor, IncidentId id, boolean reallyDoIt) {
        return commands.call(actor, id, Operation.APPLY_POLICY, open -> {
            List<ClockRevision> revisions = revisions(open);
            if (reallyDoIt) {
                revisions.forEach(one -> open.record(new IncidentEvent.ClockChanged(
                        new ClockEvent.Retargeted(one.clock(), open.session().now(), one.after()))));
            }
            return Result.done(revisions);
        });
    }

    /** A promise to the citizen is no matter of a policy. */
    private List<ClockRevision> revisions(OpenIncident open) {
        SlaTerms terms = open.clocks().terms(open.incident());
        List<ClockRevision> revisions = new ArrayList<>();
        for (SlaClock clock : open.incident().clocks().live()) {
            target(open.incident(), terms, clock.name())
                    .filter(Predicate.not(target -> isSame(target, clock.target())))
                    .filter(target -> !clock.name().equals(ClockName.PROMISE))
                    .ifPresent(target ->
                            revisions.add(revision(clock, target, open.session().now())));
        }
        return revisions;
    }

    private static Optional<ClockTarget> target(Incident incident, SlaTerms terms, ClockName clock) {
        Optional<ClockTarget> own = terms.target(clock);
        return clock.equals(ClockName.FINAL) && hasInterimReply(incident)
                ? terms.afterInterim().or(() -> own)
                : own;
    }

    private static boolean hasInterimReply(Incident incident) {
        return incident.publications().stream()
                .filter(one -> one.state() == PublicationState.SENT || one.state() == PublicationState.VERIFIED)
                .map(Publication::draft)
                .flatMap(draft -> incident.draft(draft).stream())
                .filter(draft -> draft.type() == ReplyType.INTERIM)
                .map(Draft::promisedUntil)
                .anyMatch(until ->
                        until.isPresent() && until.equals(incident.life().promisedUntil()));
    }

    /** Where only the version differs, nobody need be warned again. */
    private static boolean isSame(ClockTarget one, ClockTarget other) {
        return one.length().equals(other.length())
                && one.calendar().equals(other.calendar())
                && one.warnPercents().equals(other.warnPercents());
    }

    private ClockRevision revision(SlaClock clock, ClockTarget target, Instant now) {
        SlaClock after = clock.apply(new ClockEvent.Retargeted(clock.name(), now, target));
        return new ClockRevision(clock.name(), clock.target(), target, deadline(clock), deadline(after));
    }

    private Optional<Instant> deadline(SlaClock clock) {
        WorkCalendar calendar = commands.parts().region().calendars().calendarOf(clock);
        try {
            return clock.deadline(calendar);
        } catch (CalendarEndsException e) {
            return Optional.empty();
        }
    }
}
