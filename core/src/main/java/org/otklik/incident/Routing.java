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
        List<BodyId> declinedBy) {

    static final Routing NONE = new Routing(Optional.empty(), Optional.empty(), List.of(), List.of());

    Routing {
        assignments = List.copyOf(assignments);
        declinedBy = List.copyOf(declinedBy);
    }

    Routing failed(String reason) {
        return new Routing(route, Optional.of(reason), assignments, declinedBy);
    }

    Routing to(Route.Routed found) {
        List<Assignment> parts = new ArrayList<>();
        parts.add(new Assignment(found.lead(), Part.LEAD, false));
        found.coExecutors().forEach(body -> parts.add(new Assignment(body, Part.CO_EXECUTOR, false)));
        assignments.stream()
                .filter(part -> part.part() == Part.CO_EXECUTOR
                        && parts.stream().noneMatch(one -> one.body().equals(part.body())))
                .forEach(parts::add);
        return new Routing(Optional.of(found), Optional.empty(), parts, declinedBy);
    }

    Routing accepted(BodyId body) {
        List<Assignment> parts = assignments.stream()
                .map(part -> part.body().equals(body) ? new Assignment(body, part.part(), true) : part)
                .toList();
        return new Routing(route, unroutable, parts, declinedBy);
    }

    Routing lost(BodyId body) {
        List<Assignment> parts =
                assignments.stream().filter(part -> !part.body().equals(body)).toList();
        List<BodyId> declined = new ArrayList<>(declinedBy);
        declined.add(body);
        return new Routing(route, unroutable, parts, declined);
    }

    Routing withCoExecutor(BodyId body) {
        List<Assignment> parts = new ArrayList<>(assignments);
        parts.add(new Assignment(body, Part.CO_EXECUTOR, false));
        return new Routing(route, unroutable, parts, declinedBy);
    }

    Routing withoutLead() {
        List<Assignment> parts =
                assignments.stream().filter(part -> part.part() != Part.LEAD).toList();
        return new Routing(Optional.empty(), Optional.empty(), parts, declinedBy);
    }
}
