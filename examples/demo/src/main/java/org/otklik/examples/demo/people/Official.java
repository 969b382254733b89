package org.otklik.examples.demo.people;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.otklik.IncidentDesk;
import org.otklik.access.Actor;
import org.otklik.id.BodyId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.incident.IncidentSummary;
import org.otklik.route.Route;

/** The officials of all bodies, each for his own: accepts or declines, then answers. */
public final class Official implements Person {

    private static final Set<IncidentState> HIS = EnumSet.of(IncidentState.ROUTED, IncidentState.IN_WORK);
    private static final int DECLINES = 4;

    private final IncidentDesk desk;
    private final Hours hours;
    private final Answering answering;

    /**
     * Returns the officials.
     *
     * @param desk where they work
     */
    public Official(IncidentDesk desk) {
        this.desk = desk;
        hours = new Hours(desk.region().zone(), 8, 20);
        answering = new Answering(desk);
    }

    @Override
    public void act(Instant now) {
        if (hours.include(now)) {
            Lists.all(desk, Staff.COORDINATOR, IncidentQuery.open().in(HIS)).forEach(line -> work(line, now));
        }
    }

    private void work(IncidentSummary line, Instant now) {
        Optional<BodyId> lead = line.lead();
        if (lead.isEmpty()) {
            return;
        }
        Actor official = Staff.official(lead.get());
        if (line.state() == IncidentState.ROUTED && !Pace.accepts(line).isAfter(now)) {
            acceptOrDecline(official, line);
        } else if (line.state() == IncidentState.IN_WORK && Pace.worksOn(line, now)) {
            answering.work(official, line, now);
        }
    }

    private void acceptOrDecline(Actor official, IncidentSummary line) {
        Incident incident = desk.incidents().get(official, line.id());
        Optional<BodyId> other = incident.route()
                .map(Route.Routed::nextCandidates)
                .flatMap(bodies -> bodies.stream().findFirst());
        boolean declines = incident.declinedBy().isEmpty()
                && !official.bodies().contains(desk.region().regionBody())
                && Chance.of(DECLINES, "decline", line.number());
        if (declines) {
            desk.incidents()
                    .decline(official, line.id(), "NOT_COMPETENT", other)
                    .orThrow();
        } else {
            desk.incidents().accept(official, line.id()).orThrow();
        }
    }
}
