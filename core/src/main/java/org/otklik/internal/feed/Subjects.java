package org.otklik.internal.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.DeskEvent;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.incident.Assignment;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.PostCounters;
import org.otklik.instruction.Instruction;
import org.otklik.instruction.InstructionEvent;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.Session;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.StreamId;

/**
 * Follows the subjects of one page of events: each is folded once, up to where the page begins, and then goes on with
 * the page. For one thread and one page.
 */
final class Subjects {

    private final Session session;
    private final DeskParts parts;
    private final Map<String, Incident> incidents = new HashMap<>();
    private final Map<String, Optional<PostCounters>> counters = new HashMap<>();
    private final Map<String, Instruction> instructions = new HashMap<>();

    Subjects(Session session) {
        this.session = session;
        this.parts = session.parts();
    }

    Told tell(SequencedEvent numbered) {
        EventRow row = numbered.event();
        return switch (row.stream().kind()) {
            case SIGNAL -> told(numbered, DeskEvent.Kind.POST, Optional.empty(), Optional.empty(), Set.of());
            case INCIDENT -> incident(numbered, row);
            case INSTRUCTION -> instruction(numbered, row);
        };
    }

    private static Told told(
            SequencedEvent numbered,
            DeskEvent.Kind kind,
            Optional<Incident> incident,
            Optional<Instruction> instruction,
            Set<BodyId> owners) {
        EventRow row = numbered.event();
        return new Told(
                new DeskEvent(
                        numbered.sequence(),
                        kind,
                        row.stream().id(),
                        row.version(),
                        row.type(),
                        row.at(),
                        row.actor(),
                        row.payload(),
                        incident,
                        instruction),
                owners);
    }

    /** Who loses an incident by an event hears that it is gone, so the bodies before it count too. */
    private Told incident(SequencedEvent numbered, EventRow row) {
        Optional<Incident> before = before(row);
        Incident after = before.map(known -> known.after(parts.incidentEvents().read(row)))
                .orElseGet(() -> Incident.fold(List.of(parts.incidentEvents().read(row))));
        incidents.put(row.stream().id(), after);
        Set<BodyId> owners = new HashSet<>(bodies(after));
        before.map(Subjects::bodies).ifPresent(owners::addAll);
        Incident counted = counters(row.stream()).map(after::with).orElse(after);
        return told(numbered, DeskEvent.Kind.INCIDENT, Optional.of(counted), Optional.empty(), owners);
    }

    private Optional<Incident> before(EventRow row) {
        String id = row.stream().id();
        if (row.version() > 1 && !incidents.containsKey(id)) {
            List<IncidentEvent> earlier =
                    earlier(row).stream().map(parts.incidentEvents()::read).toList();
            incidents.put(id, Incident.fold(earlier));
        }
        return Optional.ofNullable(incidents.get(id));
    }

    private List<EventRow> earlier(EventRow row) {
        return session.stores().events().read(row.stream(), 1, Math.toIntExact(row.version() - 1));
    }

    private Optional<PostCounters> counters(StreamId stream) {
        return counters.computeIfAbsent(
                stream.id(),
                id -> session.stores().incidents().find(IncidentId.of(id)).map(IncidentRow::counters));
    }

    private static Set<BodyId> bodies(Incident incident) {
        return incident.assignments().stream().map(Assignment::body).collect(Collectors.toSet());
    }

    private Told instruction(SequencedEvent numbered, EventRow row) {
        String id = row.stream().id();
        if (row.version() > 1 && !instructions.containsKey(id)) {
            List<InstructionEvent> earlier =
                    earlier(row).stream().map(parts.instructionEvents()::read).toList();
            instructions.put(id, Instruction.fold(earlier));
        }
        InstructionEvent event = parts.instructionEvents().read(row);
        Instruction after = Optional.ofNullable(instructions.get(id))
                .map(known -> known.after(event))
                .orElseGet(() -> Instruction.fold(List.of(event)));
        instructions.put(id, after);
        return told(
                numbered,
                DeskEvent.Kind.INSTRUCTION,
                Optional.empty(),
                Optional.of(after),
                Set.copyOf(after.executors()));
    }
}
