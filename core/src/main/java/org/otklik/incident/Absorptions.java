package org.otklik.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.otklik.id.IncidentId;
import org.otklik.sla.ClockName;
import org.otklik.sla.SlaClock;
import org.otklik.sla.SlaClocks;

/**
 * Which incidents were joined into this one, and when its clocks and theirs began, so that taking one out again leaves
 * the clocks as if it had never come.
 */
record Absorptions(List<Start> own, List<Other> others) {

    static final Absorptions NONE = new Absorptions(List.of(), List.of());

    Absorptions {
        own = List.copyOf(own);
        others = List.copyOf(others);
    }

    /** When a clock of this incident began by itself. */
    record Start(ClockName clock, Instant at) {}

    /** When the citizen's clock of an absorbed incident began. */
    record Other(IncidentId incident, Optional<Instant> start) {}

    Absorptions with(IncidentEvent.Absorbed event, SlaClocks clocks) {
        List<Start> starts = new ArrayList<>(own);
        clocks.live().stream()
                .filter(clock ->
                        clock.name().isCitizens() && ownStart(clock.name()).isEmpty())
                .forEach(clock -> starts.add(new Start(clock.name(), clock.startedAt())));
        List<Other> more = new ArrayList<>(others);
        more.add(new Other(event.absorbed(), event.citizenStart()));
        return new Absorptions(starts, more);
    }

    Absorptions without(IncidentId incident) {
        return new Absorptions(
                own,
                others.stream()
                        .filter(other -> !other.incident().equals(incident))
                        .toList());
    }

    SlaClocks anchored(SlaClocks clocks) {
        return new SlaClocks(clocks.all().stream().map(this::anchored).toList());
    }

    private SlaClock anchored(SlaClock clock) {
        return ownStart(clock.name())
                .filter(start -> clock.state().isLive())
                .map(start -> startingAt(clock, earliest(start)))
                .orElse(clock);
    }

    private Optional<Instant> ownStart(ClockName name) {
        return own.stream()
                .filter(start -> start.clock().equals(name))
                .map(Start::at)
                .findFirst();
    }

    private Instant earliest(Instant start) {
        return others.stream()
                .flatMap(other -> other.start().stream())
                .min(Comparator.naturalOrder())
                .filter(start::isAfter)
                .orElse(start);
    }

    private static SlaClock startingAt(SlaClock clock, Instant start) {
        return new SlaClock(
                clock.name(),
                start,
                clock.target(),
                clock.state(),
                clock.pauses(),
                clock.endedAt(),
                clock.warnedPercent(),
                clock.breachGiven(),
                clock.round());
    }
}
