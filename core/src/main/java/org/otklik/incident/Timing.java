package org.otklik.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.SlaClocks;

/** The dates and clocks of an incident. */
record Timing(
        Life life,
        SlaClocks clocks,
        List<Cycle> pastCycles,
        Optional<IncidentState> stateBeforeMerge,
        Absorptions absorptions,
        Optional<String> importedFrom) {

    Timing {
        pastCycles = List.copyOf(pastCycles);
    }

    static Timing begun(IncidentEvent.Registered event) {
        return new Timing(
                Life.begun(event), SlaClocks.none(), List.of(), Optional.empty(), Absorptions.NONE, Optional.empty());
    }

    static Timing over(IncidentEvent.Imported event) {
        return new Timing(
                Life.over(event),
                SlaClocks.none(),
                List.of(),
                Optional.empty(),
                Absorptions.NONE,
                Optional.of(event.system()));
    }

    Timing living(UnaryOperator<Life> change) {
        return new Timing(change.apply(life), clocks, pastCycles, stateBeforeMerge, absorptions, importedFrom);
    }

    Timing clock(ClockEvent change) {
        return new Timing(life, clocks.apply(change), pastCycles, stateBeforeMerge, absorptions, importedFrom);
    }

    Timing nextCycle(Instant at, Optional<BodyId> lead) {
        List<Cycle> past = new ArrayList<>(pastCycles);
        past.add(new Cycle(life.tally().cycle(), life.registeredAt(), life.answeredAt(), lead, clocks));
        return new Timing(life.reopened(at), SlaClocks.none(), past, stateBeforeMerge, Absorptions.NONE, importedFrom);
    }

    Timing withoutClocks() {
        return new Timing(life, SlaClocks.none(), pastCycles, stateBeforeMerge, absorptions, importedFrom);
    }

    Timing mergedFrom(Optional<IncidentState> state) {
        return new Timing(life, clocks, pastCycles, state, absorptions, importedFrom);
    }

    Timing absorbing(IncidentEvent.Absorbed event) {
        return anchoredBy(absorptions.with(event, clocks));
    }

    Timing releasing(IncidentId incident) {
        return anchoredBy(absorptions.without(incident));
    }

    private Timing anchoredBy(Absorptions next) {
        return new Timing(life, next.anchored(clocks), pastCycles, stateBeforeMerge, next, importedFrom);
    }
}
