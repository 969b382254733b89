package org.otklik.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.SlaClock;

/** The dates and clocks of an incident. */
record Timing(
        Life life, Map<ClockName, SlaClock> clocks, List<Cycle> pastCycles, Optional<IncidentState> stateBeforeMerge) {

    Timing {
        clocks = Map.copyOf(clocks);
        pastCycles = List.copyOf(pastCycles);
    }

    static Timing begun(IncidentEvent.Registered event) {
        return new Timing(Life.begun(event), Map.of(), List.of(), Optional.empty());
    }

    Timing living(UnaryOperator<Life> change) {
        return new Timing(change.apply(life), clocks, pastCycles, stateBeforeMerge);
    }

    Timing clock(ClockEvent change) {
        Map<ClockName, SlaClock> next = new LinkedHashMap<>(clocks);
        SlaClock before = clocks.get(change.clock());
        if (before != null) {
            next.put(change.clock(), before.apply(change));
        } else if (change instanceof ClockEvent.Started started) {
            next.put(change.clock(), SlaClock.start(started));
        }
        return new Timing(life, next, pastCycles, stateBeforeMerge);
    }

    Timing nextCycle(Instant at) {
        List<Cycle> past = new ArrayList<>(pastCycles);
        past.add(new Cycle(life.tally().cycle(), life.registeredAt(), life.answeredAt(), clocks));
        return new Timing(life.reopened(at), Map.of(), past, stateBeforeMerge);
    }

    Timing withoutClocks() {
        return new Timing(life, Map.of(), pastCycles, stateBeforeMerge);
    }

    Timing mergedFrom(Optional<IncidentState> state) {
        return new Timing(life, clocks, pastCycles, state);
    }
}
