package org.otklik.internal.unit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.incident.Assignment;
import org.otklik.incident.Cycle;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentState;
import org.otklik.incident.IncidentSummary;
import org.otklik.internal.codec.IncidentJson;
import org.otklik.sla.CalendarEndsException;
import org.otklik.sla.ClockName;
import org.otklik.sla.SlaClock;
import org.otklik.sla.WorkCalendar;
import org.otklik.spi.storage.DeadlineRow;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.StreamHead;
import org.otklik.spi.storage.StreamId;

/** An incident under change within one session: events are applied as they are recorded, and saved together. */
public final class OpenIncident {

    /** Prefix of the keys of deadlines that belong to clocks. */
    public static final String CLOCK = "clock:";

    /** Key of the deadline at which a postponed incident comes back. */
    public static final String PROMISE = "promise";

    /** Key of the deadline at which a question to the author is given up. */
    public static final String QUESTION = "question";

    private final Session session;
    private final StreamId stream;
    private final long loadedVersion;
    private final List<IncidentEvent> recorded = new ArrayList<>();
    private Incident incident;
    private StreamHead head;

    private OpenIncident(Session session, Incident incident, StreamHead head) {
        this.session = session;
        this.incident = incident;
        this.head = head;
        this.stream = StreamId.incident(incident.id());
        this.loadedVersion = head.version();
    }

    /** Loads an incident. */
    public static Optional<OpenIncident> find(Session session, IncidentId id) {
        return session.stores().incidents().find(id).map(row -> of(session, row));
    }

    /** Loads some incidents at once; by id, those that exist. */
    public static Map<IncidentId, OpenIncident> findAll(Session session, Collection<IncidentId> ids) {
        return session.stores().incidents().findAll(ids).values().stream()
                .map(row -> of(session, row))
                .collect(Collectors.toMap(open -> open.incident().id(), open -> open));
    }

    private static OpenIncident of(Session session, IncidentRow row) {
        return new OpenIncident(session, IncidentJson.read(session.parts().json(), row), row.stream());
    }

    /** Begins a new incident. */
    public static OpenIncident register(Session session, IncidentEvent.Registered event) {
        OpenIncident open = new OpenIncident(session, Incident.register(event), StreamHead.EMPTY);
        open.recorded.add(event);
        open.head = open.append(event);
        return open;
    }

    /** Takes over an incident that an earlier system had closed. */
    public static OpenIncident takeOver(Session session, IncidentEvent.Imported event) {
        OpenIncident open = new OpenIncident(session, Incident.takeOver(event), StreamHead.EMPTY);
        open.recorded.add(event);
        open.head = open.append(event);
        return open;
    }

    /** Gives the incident as it stands after what was recorded so far. */
    public Incident incident() {
        return incident;
    }

    /** Gives the session. */
    public Session session() {
        return session;
    }

    /** Gives the stream, which also owns the incident's texts. */
    public StreamId stream() {
        return stream;
    }

    /** Gives the clock rules. */
    public Clocks clocks() {
        return new Clocks(session.parts());
    }

    /** Lists the bodies with a part in the incident. */
    public Set<BodyId> bodies() {
        return incident.assignments().stream().map(Assignment::body).collect(Collectors.toUnmodifiableSet());
    }

    /** Applies and records an event. */
    public OpenIncident record(IncidentEvent event) {
        incident = incident.after(event);
        head = append(event);
        recorded.add(event);
        return this;
    }

    /** Applies and records events. */
    public OpenIncident record(Collection<? extends IncidentEvent> events) {
        events.forEach(this::record);
        return this;
    }

    private StreamHead append(IncidentEvent event) {
        var codec = session.parts().incidentEvents();
        return session.record(stream, head, codec.type(event), codec.write(event));
    }

    /** Counts posts that came or went, or that no longer wait as they did. */
    public void count(int total, int awaiting, Optional<Instant> lastPublishedAt) {
        incident = incident.with(session.stores().incidents().counted(incident.id(), total, awaiting, lastPublishedAt));
    }

    /** Writes the incident and what will become due; does nothing when nothing was recorded. */
    public void save() {
        if (recorded.isEmpty()) {
            return;
        }
        IncidentRow row = row();
        if (loadedVersion == 0) {
            session.stores().incidents().insert(row);
        } else {
            session.stores().incidents().update(row, loadedVersion);
        }
        session.stores().deadlines().replace(stream, deadlines());
    }

    private IncidentRow row() {
        IncidentSummary summary = new IncidentSummary(
                incident.id(),
                incident.number(),
                incident.state(),
                incident.kind(),
                incident.topic(),
                incident.lead(),
                incident.municipality(),
                incident.assessment().severity(),
                firstRegisteredAt(),
                answerDeadline());
        return new IncidentRow(
                summary,
                incident.firstPost().network(),
                bodies(),
                incident.unroutable().isPresent() && incident.lead().isEmpty(),
                session.now(),
                incident.posts(),
                head,
                IncidentJson.write(session.parts().json(), incident));
    }

    /** Lists and reports order and count by the first registration, whatever was reopened since. */
    private Instant firstRegisteredAt() {
        return incident.pastCycles().stream()
                .findFirst()
                .map(Cycle::startedAt)
                .orElse(incident.life().registeredAt());
    }

    private Optional<Instant> answerDeadline() {
        if (!incident.state().isOpen()) {
            return Optional.empty();
        }
        return incident.clock(ClockName.FINAL)
                .filter(clock -> clock.state().isLive())
                .flatMap(clock -> guarded(clock, () -> clock.deadline(calendar(clock))));
    }

    private List<DeadlineRow> deadlines() {
        List<DeadlineRow> rows = new ArrayList<>();
        if (!incident.state().isOpen()) {
            return rows;
        }
        for (SlaClock clock : incident.clocks().live()) {
            guarded(clock, () -> clock.nextDue(calendar(clock)))
                    .ifPresent(at -> rows.add(new DeadlineRow(stream, CLOCK + clock.name(), at)));
        }
        if (incident.state() == IncidentState.POSTPONED) {
            incident.life().promisedUntil().ifPresent(at -> rows.add(new DeadlineRow(stream, PROMISE, at)));
        }
        incident.life().questionUntil().ifPresent(at -> rows.add(new DeadlineRow(stream, QUESTION, at)));
        return rows;
    }

    private WorkCalendar calendar(SlaClock clock) {
        return session.parts().region().calendars().calendarOf(clock);
    }

    /** A calendar that ends must not stop the work on the incident; people are told, and the clock has no due time. */
    private Optional<Instant> guarded(SlaClock clock, Supplier<Optional<Instant>> question) {
        try {
            return question.get();
        } catch (CalendarEndsException e) {
            session.tell(
                    "CALENDAR_ENDS",
                    incident.id().value(),
                    clock.name().code(),
                    Set.of(Role.COORDINATOR),
                    Optional.empty());
            return Optional.empty();
        }
    }
}
