package org.otklik.internal.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.instruction.Instruction;
import org.otklik.instruction.InstructionEvent;
import org.otklik.internal.codec.IncidentJson;
import org.otklik.internal.codec.InstructionJson;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.Session;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.InstructionRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.StreamId;

/** Shows things as they stood at an instant: the snapshot when nothing happened since, else the fold of the events. */
final class AsOf {

    private static final int LONGEST = 100_000;
    private static final int PAGE = 1_000;

    private final DeskParts parts;

    AsOf(DeskParts parts) {
        this.parts = parts;
    }

    Optional<Incident> incident(Session session, IncidentRow row, Instant at) {
        if (!row.updatedAt().isAfter(at)) {
            return Optional.of(IncidentJson.read(parts.json(), row));
        }
        List<IncidentEvent> events = until(
                        session, StreamId.incident(row.summary().id()), at)
                .stream()
                .map(parts.incidentEvents()::read)
                .toList();
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(Incident.fold(events).with(row.counters()));
    }

    Optional<Instruction> instruction(Session session, InstructionRow row, Instant at) {
        if (!row.updatedAt().isAfter(at)) {
            return Optional.of(InstructionJson.read(parts.json(), row));
        }
        List<InstructionEvent> events = until(session, StreamId.instruction(row.id()), at).stream()
                .map(parts.instructionEvents()::read)
                .toList();
        return events.isEmpty() ? Optional.empty() : Optional.of(Instruction.fold(events));
    }

    private static List<EventRow> until(Session session, StreamId stream, Instant at) {
        return session.stores().events().read(stream, 1, LONGEST).stream()
                .filter(event -> !event.at().isAfter(at))
                .toList();
    }

    /** Counts the posts that an incident had; they are rows, so those that came later are left out one by one. */
    long posts(Session session, IncidentRow row, Instant at) {
        if (!row.counters().lastPublishedAt().isAfter(at) && !row.updatedAt().isAfter(at)) {
            return row.counters().total();
        }
        IncidentId incident = row.summary().id();
        long count = 0;
        Optional<PostRow> last = Optional.empty();
        do {
            List<PostRow> page = session.stores().posts().ofIncident(incident, Set.of(), last, PAGE);
            count += page.stream()
                    .filter(post -> !post.facts().capturedAt().isAfter(at))
                    .count();
            last = page.size() < PAGE ? Optional.empty() : Optional.of(page.get(page.size() - 1));
        } while (last.isPresent());
        return count;
    }
}
