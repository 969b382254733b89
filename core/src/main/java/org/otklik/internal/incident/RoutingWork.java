package org.otklik.internal.incident;

import static org.otklik.internal.incident.IncidentCommands.fine;
import static org.otklik.internal.incident.IncidentCommands.isCode;
import static org.otklik.internal.incident.IncidentCommands.refuse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.incident.Assignment;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.unit.Clocks;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.sla.ClockName;

/** Who must act: route, accept, decline, redirect. */
final class RoutingWork {

    private static final int MOST_REDIRECTS = 5;

    private final IncidentCommands commands;

    RoutingWork(IncidentCommands commands) {
        this.commands = commands;
    }

    Result<Incident> route(Actor actor, IncidentId id, BodyId body) {
        return commands.run(actor, id, Operation.ROUTE, open -> {
            if (isUnknown(open, body)) {
                return refuse(RefusalCode.UNKNOWN_BODY, body);
            }
            Routes.route(open, Routes.byPerson(commands.parts(), body));
            return fine();
        });
    }

    private boolean isUnknown(OpenIncident open, BodyId body) {
        return !Routes.isActive(commands.parts(), body, open.session().now());
    }

    Result<Incident> accept(Actor actor, IncidentId id) {
        return commands.run(actor, id, Operation.ACCEPT, open -> {
            Optional<Assignment> mine = partOf(actor, open.incident());
            if (mine.isEmpty()) {
                return refuse(RefusalCode.NOT_ASSIGNED, actor.bodies());
            }
            if (mine.get().accepted()) {
                return refuse(RefusalCode.NOTHING_TO_DO, Operation.ACCEPT);
            }
            open.record(new IncidentEvent.Accepted(mine.get().body()));
            if (mine.get().part() == Assignment.Part.LEAD) {
                Instant now = open.session().now();
                open.record(Clocks.stop(open.incident(), now, ClockName.ACCEPT));
                open.record(open.clocks().start(open.incident(), now, List.of(ClockName.DRAFT)));
            }
            return fine();
        });
    }

    private static Optional<Assignment> partOf(Actor actor, Incident incident) {
        return incident.assignments().stream()
                .filter(part -> actor.bodies().contains(part.body()))
                .findFirst();
    }

    Result<Incident> decline(Actor actor, IncidentId id, String reason, Optional<BodyId> proposed) {
        return commands.run(actor, id, Operation.DECLINE, open -> {
            Optional<BodyId> lead = open.incident().lead().filter(actor.bodies()::contains);
            if (lead.isEmpty()) {
                return refuse(RefusalCode.NOT_ASSIGNED, actor.bodies());
            }
            if (!isCode(reason)) {
                return refuse(RefusalCode.INVALID, "reason");
            }
            if (proposed.isPresent() && isUnknown(open, proposed.get())) {
                return refuse(RefusalCode.UNKNOWN_BODY, proposed.get());
            }
            open.record(Clocks.cancelBodyClocks(open.incident(), open.session().now(), "DECLINED"));
            open.record(new IncidentEvent.Declined(lead.get(), reason, proposed));
            return fine();
        });
    }

    Result<Incident> redirect(Actor actor, IncidentId id, BodyId body, String reason) {
        return commands.run(actor, id, Operation.REDIRECT, open -> {
            if (!isCode(reason)) {
                return refuse(RefusalCode.INVALID, "reason");
            }
            if (isUnknown(open, body)) {
                return refuse(RefusalCode.UNKNOWN_BODY, body);
            }
            if (open.incident().lead().filter(body::equals).isPresent()) {
                return refuse(RefusalCode.NOTHING_TO_DO, Operation.REDIRECT);
            }
            if (open.incident().life().tally().redirects() >= MOST_REDIRECTS) {
                return refuse(RefusalCode.LIMIT_REACHED, "redirects", MOST_REDIRECTS);
            }
            Routes.redirect(open, Routes.byPerson(commands.parts(), body), reason);
            return fine();
        });
    }

    Result<Incident> addCoExecutor(Actor actor, IncidentId id, BodyId body) {
        return commands.run(actor, id, Operation.ADD_CO_EXECUTOR, open -> {
            if (isUnknown(open, body)) {
                return refuse(RefusalCode.UNKNOWN_BODY, body);
            }
            if (open.bodies().contains(body)) {
                return refuse(RefusalCode.NOTHING_TO_DO, Operation.ADD_CO_EXECUTOR);
            }
            open.record(new IncidentEvent.CoExecutorAdded(body));
            return fine();
        });
    }
}
