package org.otklik.internal.incident;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentState;
import org.otklik.incident.TransitionTable;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.Session;
import org.otklik.sla.ClockName;
import org.otklik.sla.SlaClock;
import org.otklik.spi.storage.Foresight;
import org.otklik.spi.storage.PostTally;

/** Joins incidents and takes them apart again. */
final class MergeWork {

    private final IncidentCommands commands;

    MergeWork(IncidentCommands commands) {
        this.commands = commands;
    }

    Result<Incident> merge(Actor actor, IncidentId id, IncidentId survivor) {
        return commands.sessions().run(actor, session -> {
            session.stores().foresee(Foresight.of(survivor));
            return merge(session, id, survivor);
        });
    }

    private Result<Incident> merge(Session session, IncidentId id, IncidentId survivor) {
        return commands.change(session, id, Operation.MERGE, open -> {
            if (id.equals(survivor)) {
                return Result.refused(RefusalCode.MERGE_CYCLE, survivor);
            }
            Optional<OpenIncident> other = OpenIncident.find(open.session(), survivor);
            if (other.isEmpty()) {
                return Result.refused(RefusalCode.NOT_FOUND, "incident", survivor);
            }
            return merge(open, other.get());
        });
    }

    private static Result<Incident> merge(OpenIncident open, OpenIncident survivor) {
        IncidentState state = survivor.incident().state();
        if (state == IncidentState.MERGED) {
            return Result.refused(RefusalCode.MERGE_CYCLE, survivor.incident().id());
        }
        if (!TransitionTable.allows(state, Operation.MERGE)) {
            return Result.refused(RefusalCode.WRONG_STATE, Operation.MERGE, state);
        }
        if (hasRepliesOnTheWay(open.incident())) {
            return Result.refused(RefusalCode.STILL_OPEN, open.incident().number());
        }
        join(open, survivor);
        return Result.done(survivor.incident());
    }

    private static boolean hasRepliesOnTheWay(Incident incident) {
        return incident.state() == IncidentState.ON_APPROVAL
                || incident.publications().stream().anyMatch(one -> one.state().isOpen());
    }

    private static void join(OpenIncident open, OpenIncident survivor) {
        Session session = open.session();
        IncidentId gone = open.incident().id();
        PostTally moving = session.stores().posts().tally(gone);
        session.stores().posts().moveAll(gone, survivor.incident().id());
        open.count(-moving.total(), -moving.awaiting(), Optional.empty());
        survivor.count(moving.total(), moving.awaiting(), moving.lastPublishedAt());
        Optional<Instant> start = open.incident()
                .clock(ClockName.FINAL)
                .filter(clock -> clock.state().isLive())
                .map(SlaClock::startedAt);
        open.record(new IncidentEvent.Merged(survivor.incident().id()));
        if (moving.awaiting() > 0) {
            Answers.latePost(survivor);
        }
        survivor.record(new IncidentEvent.Absorbed(gone, start));
        Scales.join(survivor, open.incident());
        survivor.save();
    }

    Result<Incident> unmerge(Actor actor, IncidentId id) {
        return commands.sessions().run(actor, session -> {
            session.stores().foresee(Foresight.ofSurvivor(id).with(Set.of(Foresight.Part.POSTS)));
            return commands.change(session, id, Operation.UNMERGE, MergeWork::unmerge);
        });
    }

    private static Result<Incident> unmerge(OpenIncident open) {
        Optional<OpenIncident> survivor = survivor(open);
        if (survivor.isEmpty()) {
            return Result.refused(
                    RefusalCode.NOT_FOUND, "incident", open.incident().id());
        }
        takeOut(open, survivor.get());
        return Result.done(open.incident());
    }

    private static Optional<OpenIncident> survivor(OpenIncident open) {
        Optional<OpenIncident> at =
                open.incident().life().mergedInto().flatMap(id -> OpenIncident.find(open.session(), id));
        while (at.isPresent() && at.get().incident().state() == IncidentState.MERGED) {
            at = at.get().incident().life().mergedInto().flatMap(id -> OpenIncident.find(open.session(), id));
        }
        return at;
    }

    /** Whoever was joined into the one that comes back comes back within it. */
    private static void takeOut(OpenIncident open, OpenIncident survivor) {
        Session session = open.session();
        IncidentId back = open.incident().id();
        Set<IncidentId> origins = new HashSet<>(Joins.into(session, back));
        origins.add(back);
        PostTally moved = session.stores().posts().moveBack(survivor.incident().id(), origins, back);
        survivor.count(-moved.total(), -moved.awaiting(), Optional.empty());
        open.count(moved.total(), moved.awaiting(), moved.lastPublishedAt());
        survivor.record(new IncidentEvent.Released(back));
        survivor.save();
        open.record(new IncidentEvent.Unmerged());
    }
}
