package org.otklik.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.id.BodyId;
import org.otklik.incident.Assignment.Part;
import org.otklik.route.Route;

/** Who has a part in an incident, and how he was found. */
record Routing(
        Optional<Route.Routed> route,
        Optional<String> unroutable,
        List<Assignment> assignments,
        List<BodyId> declinedBy,
        Optional<BodyId> suggested) {

    static final Routing NONE = new Routing(Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty());

    Routing {
        assignments = List.copyOf(assignments);
        declinedBy = List.copyOf(declinedBy);
    }

    /** Keeps what was asked for before when a further rise suggests nobody. */
    Routing asking(Optional<BodyId> body) {
        return new Routing(route, unroutable, assignments, declinedBy, body.or(() -> suggested));
    }

    Routing settled() {
        return new Routing(route, unroutable, assignments, declinedBy, Optional.empty());
    }

    Routing failed(String reason) {
        return new Routing(route, Optional.of(reason), assignments, declinedBy, suggested);
    }

    Routing to(Route.Routed found) {
        List<Assignment> parts = new ArrayList<>();
        parts.add(new Assignment(found.lead(), Part.LEAD, false));
        found.coExecutors().forEach(body -> parts.add(new Assignment(body, Part.CO_EXECUTOR, false)));
        assignments.stream()
                .filter(part -> part.part() == Part.CO_EXECUTOR
                        && parts.stream().noneMatch(one -> one.body().equals(part.body())))
                .forEach(parts::add);
        return new Routing(Optional.of(found), Optional.empty(), parts, declinedBy, Optional.empty());
    }

    /** A body that had it before it came here; nobody here found it. */
    Routing heldBy(BodyId body) {
        return new Routing(route, unroutable, List.of(new Assignment(body, Part.LEAD, true)), declinedBy, suggested);
    }

    Routing accepted(BodyId body) {
        List<Assignment> parts = assignments.stream()
                .map(part -> part.body().equals(body) ? new Assignment(body, part.part(), true) : part)
                .toList();
        return new Routing(route, unroutable, parts, declinedBy, suggested);
    }

    Routing lost(BodyId body) {
        List<Assignment> parts =
                assignments.stream().filter(part -> !part.body().equals(body)).toList();
        List<BodyId> declined = new ArrayList<>(declinedBy);
        declined.add(body);
        return new Routing(route, unroutable, parts, declined, suggested);
    }

    Routing withCoExecutor(BodyId body) {
        List<Assignment> parts = new ArrayList<>(assignments);
        parts.add(new Assignment(body, Part.CO_EXECUTOR, false));
        return new Routing(route, unroutable, parts, declinedBy, suggested);
    }

    Routing withoutLead() {
        List<Assignment> parts =
                assignments.stream().filter(part -> part.part() != Part.LEAD).toList();
        return new Routing(Optional.empty(), Optional.empty(), parts, declinedBy, suggested);
    }
}
