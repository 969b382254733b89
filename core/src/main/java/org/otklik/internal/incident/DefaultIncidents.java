package org.otklik.internal.incident;

import static org.otklik.internal.incident.IncidentCommands.fine;
import static org.otklik.internal.incident.IncidentCommands.isCode;
import static org.otklik.internal.incident.IncidentCommands.refuse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.Incidents;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.classify.MessageKind;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.ExternalRef;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentPage;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentSummary;
import org.otklik.incident.Outcome;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.ExternalRefs;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.PostReader;
import org.otklik.place.Place;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockRevision;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.PostRow;

/** The work on incidents; each command is a guard and its events. */
public final class DefaultIncidents implements Incidents {

    private static final int LONGEST_HISTORY = 100_000;

    private final IncidentCommands commands;
    private final RoutingWork routing;
    private final LifeCycleWork lifeCycle;
    private final MergeWork merging;
    private final ExternalRefs externalRefs;

    /** Creates the service. */
    public DefaultIncidents(IncidentCommands commands) {
        this.commands = commands;
        this.routing = new RoutingWork(commands);
        this.lifeCycle = new LifeCycleWork(commands);
        this.merging = new MergeWork(commands);
        this.externalRefs = new ExternalRefs(commands.parts());
    }

    private DeskParts parts() {
        return commands.parts();
    }

    @Override
    public IncidentPage find(Actor actor, IncidentQuery query) {
        Optional<IncidentQuery> scoped = scoped(actor, query);
        if (scoped.isEmpty()) {
            return new IncidentPage(List.of(), Optional.empty());
        }
        List<IncidentSummary> lines = commands.sessions()
                .run(actor, session -> session.stores().incidents().lines(scoped.get()));
        return new IncidentPage(lines, lines.size() < query.limit() ? Optional.empty() : keyOfLast(query, lines));
    }

    private static Optional<IncidentQuery.PageKey> keyOfLast(IncidentQuery query, List<IncidentSummary> lines) {
        IncidentSummary last = lines.get(lines.size() - 1);
        Optional<Instant> at =
                query.sort() == IncidentQuery.Sort.DEADLINE ? last.deadline() : Optional.of(last.registeredAt());
        return Optional.of(new IncidentQuery.PageKey(at, last.id().value()));
    }

    @Override
    public long count(Actor actor, IncidentQuery query) {
        return scoped(actor, query)
                .map(mine -> commands.sessions()
                        .run(actor, session -> session.stores().incidents().count(mine)))
                .orElse(0L);
    }

    private Optional<IncidentQuery> scoped(Actor actor, IncidentQuery query) {
        if (commands.permits(actor, Operation.VIEW_INCIDENT, Set.of())) {
            return Optional.of(query);
        }
        Set<BodyId> visible = actor.bodies().stream()
                .filter(body -> commands.permits(actor, Operation.VIEW_INCIDENT, Set.of(body)))
                .collect(Collectors.toSet());
        query.filter().scope().ifPresent(visible::retainAll);
        return visible.isEmpty() ? Optional.empty() : Optional.of(query.within(visible));
    }

    @Override
    public Result<Incident> view(Actor actor, IncidentId id) {
        return commands.run(actor, id, Operation.VIEW_INCIDENT, open -> fine());
    }

    @Override
    public Result<List<Post>> posts(Actor actor, IncidentId id, int limit) {
        return commands.call(actor, id, Operation.VIEW_INCIDENT, open -> {
            List<PostRow> rows = open.session().stores().posts().ofIncident(id, Set.of(), Optional.empty(), limit);
            return Result.done(
                    new PostReader(parts()).read(open.session(), rows, actor, open.bodies(), Operation.VIEW_INCIDENT));
        });
    }

    @Override
    public Result<List<EventRow>> history(Actor actor, IncidentId id) {
        return commands.call(
                actor,
                id,
                Operation.VIEW_INCIDENT,
                open -> Result.done(open.session().stores().events().read(open.stream(), 1, LONGEST_HISTORY)));
    }

    @Override
    public Result<Incident> reassess(
            Actor actor, IncidentId id, MessageKind kind, Optional<TopicId> topic, Optional<PlaceId> place) {
        return commands.run(actor, id, Operation.REASSESS, open -> {
            if (topic.isPresent() && parts().region().topics().find(topic.get()).isEmpty()) {
                return refuse(RefusalCode.INVALID, "topic");
            }
            if (place.isPresent()
                    && parts().region().gazetteer().find(place.get()).isEmpty()) {
                return refuse(RefusalCode.INVALID, "place");
            }
            Optional<PlaceId> municipality =
                    place.flatMap(parts().region().gazetteer()::municipalityOf).map(Place::id);
            open.record(new IncidentEvent.Reassessed(
                    open.incident().assessment().corrected(kind, topic, place, municipality)));
            return fine();
        });
    }

    @Override
    public Result<Incident> route(Actor actor, IncidentId id, BodyId body) {
        return routing.route(actor, id, body);
    }

    @Override
    public Result<Incident> accept(Actor actor, IncidentId id) {
        return routing.accept(actor, id);
    }

    @Override
    public Result<Incident> decline(Actor actor, IncidentId id, String reason, Optional<BodyId> proposed) {
        return routing.decline(actor, id, reason, proposed);
    }

    @Override
    public Result<Incident> redirect(Actor actor, IncidentId id, BodyId body, String reason) {
        return routing.redirect(actor, id, body, reason);
    }

    @Override
    public Result<Incident> addCoExecutor(Actor actor, IncidentId id, BodyId body) {
        return routing.addCoExecutor(actor, id, body);
    }

    @Override
    public Result<Incident> postpone(Actor actor, IncidentId id, Instant until, String reason) {
        return lifeCycle.postpone(actor, id, until, reason);
    }

    @Override
    public Result<Incident> resume(Actor actor, IncidentId id) {
        return lifeCycle.resume(actor, id);
    }

    @Override
    public Result<Incident> waive(Actor actor, IncidentId id, List<PostId> posts, String reason) {
        return commands.run(actor, id, Operation.WAIVE, open -> {
            if (!isCode(reason)) {
                return refuse(RefusalCode.INVALID, "reason");
            }
            int waived = Answers.settle(open, posts, AnswerState.WAIVED);
            if (waived == 0) {
                return refuse(RefusalCode.NOTHING_TO_DO, Operation.WAIVE);
            }
            open.record(new IncidentEvent.Waived(waived, reason));
            Answers.finishIfSettled(open);
            return fine();
        });
    }

    @Override
    public Result<Incident> close(Actor actor, IncidentId id, Outcome outcome, Optional<String> reason) {
        return lifeCycle.close(actor, id, outcome, reason);
    }

    @Override
    public Result<Incident> reopen(Actor actor, IncidentId id, String reason, boolean toSameBody) {
        return lifeCycle.reopen(actor, id, reason, toSameBody);
    }

    @Override
    public Result<Incident> reject(Actor actor, IncidentId id, String reason) {
        return lifeCycle.reject(actor, id, reason);
    }

    @Override
    public Result<Incident> restore(Actor actor, IncidentId id) {
        return lifeCycle.restore(actor, id);
    }

    @Override
    public Result<Incident> mergeInto(Actor actor, IncidentId id, IncidentId survivor) {
        return merging.merge(actor, id, survivor);
    }

    @Override
    public Result<Incident> unmerge(Actor actor, IncidentId id) {
        return merging.unmerge(actor, id);
    }

    @Override
    public Result<Incident> pauseClock(Actor actor, IncidentId id, ClockName clock, String reason) {
        return commands.run(actor, id, Operation.PAUSE_CLOCK, open -> {
            if (!isCode(reason)) {
                return refuse(RefusalCode.INVALID, "reason");
            }
            if (clock.isCitizens()) {
                return refuse(RefusalCode.NOT_PERMITTED, Operation.PAUSE_CLOCK);
            }
            return clockChange(open, new ClockEvent.Paused(clock, open.session().now(), reason));
        });
    }

    @Override
    public Result<List<ClockRevision>> applyPolicy(Actor actor, IncidentId id, boolean reallyDoIt) {
        return new PolicyWork(commands).apply(actor, id, reallyDoIt);
    }

    @Override
    public Result<Incident> resumeClock(Actor actor, IncidentId id, ClockName clock) {
        return commands.run(
                actor,
                id,
                Operation.RESUME_CLOCK,
                open -> clockChange(
                        open, new ClockEvent.Resumed(clock, open.session().now())));
    }

    private static Optional<Result<Incident>> clockChange(OpenIncident open, ClockEvent change) {
        if (!open.incident().clocks().canApply(change)) {
            return refuse(RefusalCode.NOTHING_TO_DO, change.clock());
        }
        open.record(new IncidentEvent.ClockChanged(change));
        return fine();
    }

    @Override
    public Result<Incident> link(Actor actor, IncidentId id, ExternalRef reference) {
        return commands.run(actor, id, Operation.LINK_EXTERNAL, open -> {
            externalRefs.put(open.session(), open.stream(), reference);
            open.record(new IncidentEvent.ExternalLinked(reference.system()));
            return fine();
        });
    }

    @Override
    public Result<List<ExternalRef>> links(Actor actor, IncidentId id) {
        return commands.call(
                actor,
                id,
                Operation.VIEW_INCIDENT,
                open -> Result.done(externalRefs.of(open.session(), open.stream())));
    }
}
