package org.otklik.internal.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.unit.Clocks;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.route.Route;
import org.otklik.sla.ClockName;

/** What follows when a body is named for an incident: events, clocks, and who hears of it. */
public final class Routes {

    private static final List<ClockName> OF_THE_BODY = List.of(ClockName.ACCEPT, ClockName.DRAFT);
    private static final String PERSON = "person";

    private Routes() {}

    /** Names the lead body for the first time, or after it was returned. */
    public static void route(OpenIncident open, Route.Routed route) {
        Instant now = open.session().now();
        open.record(Clocks.stop(open.incident(), now, ClockName.TRIAGE));
        open.record(new IncidentEvent.Routed(route));
        begin(open, now);
    }

    /** Names another lead body. */
    public static void redirect(OpenIncident open, Route.Routed route, String reason) {
        Instant now = open.session().now();
        open.record(Clocks.stop(open.incident(), now, ClockName.TRIAGE));
        open.record(Clocks.cancelBodyClocks(open.incident(), now, "REDIRECTED"));
        open.record(new IncidentEvent.Redirected(route, reason));
        begin(open, now);
    }

    private static void begin(OpenIncident open, Instant now) {
        open.record(open.clocks().start(open.incident(), now, OF_THE_BODY));
        List<BodyId> told = new ArrayList<>();
        open.incident().assignments().forEach(part -> told.add(part.body()));
        told.forEach(body -> open.session()
                .tell(
                        "ROUTED",
                        open.incident().id().value(),
                        "",
                        Set.of(Role.CURATOR, Role.EXECUTOR),
                        Optional.of(body)));
    }

    /** Makes the route that a person chose. */
    public static Route.Routed byPerson(DeskParts parts, BodyId body) {
        return new Route.Routed(
                body, List.of(), List.of(), PERSON, List.of(), 1, parts.region().version());
    }

    /** Tells whether a body of the pack exists and is active at an instant. */
    public static boolean isActive(DeskParts parts, BodyId body, Instant at) {
        return parts.region().bodies().findActive(body, parts.day(at)).isPresent();
    }
}
