package org.otklik.storage.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentSummary;
import org.otklik.incident.PostCounters;
import org.otklik.spi.storage.Foresight;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.IncidentStore;
import org.otklik.spi.storage.StreamId;

/** Incidents in tables: the line with its snapshot, its counters, and the lists of the bodies that have a part. */
final class JdbcIncidents implements IncidentStore {

    private static final Instant LONG_AGO = Instant.parse("0001-01-01T00:00:00Z");
    private static final Writing<IncidentRow> INSERT = new Writing<>(
            new Change.Insert("incident", Sql.joined(List.of("id"), IncidentColumns.CHANGING)),
            row -> row.summary().id(),
            (p, row) -> IncidentColumns.bind(p.text(row.summary().id()), row));
    private static final Writing<Replaced> UPDATE = new Writing<>(
            new Change.Update("incident", Sql.equal(IncidentColumns.CHANGING), List.of("id = ?", "version = ?"), true),
            replaced -> replaced.row().summary().id(),
            (p, replaced) -> IncidentColumns.bind(p, replaced.row())
                    .text(replaced.row().summary().id())
                    .number(replaced.version()));
    private static final String SELECT =
            "SELECT " + IncidentColumns.ALL + " FROM incident i JOIN incident_counter c ON c.incident = i.id WHERE ";
    private static final String BY = SELECT + "i.id = ";
    private static final String FIND = BY + "?";
    private static final String UP = Joins.UP + SELECT + "i.id IN (SELECT u.id FROM up u)";
    private static final String DOWN = Joins.DOWN + SELECT + "i.id IN (SELECT w.id FROM within w)";
    private static final Dialect.LookUp BY_ID = new Dialect.LookUp("incident", "i", "i.id = k.id");
    private static final Dialect.LookUp COUNTER = new Dialect.LookUp("incident_counter", "c", "c.incident = k.id");
    private static final String FIND_BY_NUMBER = SELECT + "i.number = ?";
    private static final Writing<IncidentRow> INSERT_COUNTER = new Writing<>(
            new Change.Insert("incident_counter", List.of("incident", "posts", "awaiting", "last_published_at")),
            row -> row.summary().id(),
            (p, row) -> p.text(row.summary().id())
                    .count(row.counters().total())
                    .count(row.counters().awaiting())
                    .instant(row.counters().lastPublishedAt()));
    private static final Writing<Growth> COUNT = new Writing<>(
            new Change.Update(
                    "incident_counter",
                    List.of(
                            "posts = posts + ?",
                            "awaiting = awaiting + ?",
                            "last_published_at = GREATEST(last_published_at, ?)"),
                    List.of("incident = ?"),
                    false),
            Growth::incident,
            (p, growth) -> p.count(growth.total())
                    .count(growth.awaiting())
                    .instant(growth.last())
                    .text(growth.incident()));
    private static final Writing<Counted> COUNT_FROM = new Writing<>(
            new Change.Update(
                    "incident_counter",
                    List.of("posts = ?", "awaiting = ?", "last_published_at = ?"),
                    List.of("incident = ?", "posts = ?", "awaiting = ?"),
                    true),
            Counted::incident,
            (p, counted) -> p.count(counted.after().total())
                    .count(counted.after().awaiting())
                    .instant(counted.after().lastPublishedAt())
                    .text(counted.incident())
                    .count(counted.before().total())
                    .count(counted.before().awaiting()));
    private static final Writing<Part> INSERT_BODY = new Writing<>(
            new Change.Insert("incident_body", List.of("incident", "body", "open", "due", "registered_at")),
            part -> part.row().summary().id(),
            (p, part) -> p.text(part.row().summary().id())
                    .text(part.body())
                    .flag(part.row().summary().state().isOpen())
                    .instant(IncidentColumns.due(part.row()))
                    .instant(part.row().summary().registeredAt()));
    private static final Writing<IncidentId> DELETE_BODIES =
            new Writing<>(new Change.Delete("incident_body", List.of("incident"), false), id -> id, Params::text);

    private static final String OPEN_BODIES = "SELECT DISTINCT body FROM incident_body WHERE open";

    private final Session session;
    private final NumberSeries numbers;
    private final Map<IncidentId, Listing> known = new HashMap<>();
    private final Map<IncidentId, PostCounters> counters = new HashMap<>();
    private final List<Ahead<IncidentRow>> foreseen = new ArrayList<>();
    private final Set<StreamId> inserted = new HashSet<>();

    private record Replaced(IncidentRow row, long version) {}

    private record Counted(IncidentId incident, PostCounters before, PostCounters after) {}

    private record Growth(IncidentId incident, int total, int awaiting, Instant last) {}

    private record Part(IncidentRow row, BodyId body) {}

    /** What the lists of the bodies hold of an incident. */
    private record Listing(long version, String bodies, boolean open, Instant due, Instant registeredAt) {

        static Listing of(IncidentRow row) {
            return new Listing(
                    row.stream().version(),
                    IncidentColumns.joined(row.bodies()),
                    row.summary().state().isOpen(),
                    IncidentColumns.due(row),
                    row.summary().registeredAt());
        }

        boolean listsAs(Listing other) {
            return bodies.equals(other.bodies)
                    && open == other.open
                    && due.equals(other.due)
                    && registeredAt.equals(other.registeredAt);
        }
    }

    JdbcIncidents(Session session) {
        this.session = session;
        this.numbers = new NumberSeries(session);
    }

    @Override
    public long nextNumber(String series) {
        return numbers.next(series);
    }

    @Override
    public void insert(IncidentRow row) {
        IncidentId id = row.summary().id();
        session.later(INSERT, List.of(row));
        session.later(INSERT_COUNTER, List.of(row));
        insertBodies(row);
        remember(row);
        inserted.add(StreamId.incident(id));
    }

    /** Writes what waits for the end of the transaction. */
    void flush() {
        numbers.flush();
    }

    /** Tells whether an incident was inserted in this transaction. */
    boolean isNew(StreamId stream) {
        return inserted.contains(stream);
    }

    private void insertBodies(IncidentRow row) {
        session.later(
                INSERT_BODY,
                row.bodies().stream().sorted().map(body -> new Part(row, body)).toList());
    }

    @Override
    public void update(IncidentRow row, long expectedVersion) {
        IncidentId id = row.summary().id();
        session.later(
                UPDATE,
                List.of(new Replaced(row, expectedVersion)),
                replaced -> new Expected("incident " + id, replaced.version()));
        if (!isListedAs(row, expectedVersion)) {
            session.later(DELETE_BODIES, List.of(id));
            insertBodies(row);
        }
        remember(row);
    }

    /** The lists need no change if the version that was just replaced is known and listed in the same way. */
    private boolean isListedAs(IncidentRow row, long replacedVersion) {
        Listing before = known.get(row.summary().id());
        return before != null && before.version() == replacedVersion && before.listsAs(Listing.of(row));
    }

    private IncidentRow remember(IncidentRow row) {
        known.put(row.summary().id(), Listing.of(row));
        return row;
    }

    private IncidentRow read(IncidentRow row) {
        counters.put(row.summary().id(), row.counters());
        return remember(row);
    }

    void foresee(Foresight foresight) {
        if (foresight.subject() instanceof Foresight.Subject.SurvivorOf joined) {
            foresee(UP, p -> p.text(joined.incident()));
        } else {
            Whose whose = Whose.of(foresight.subject());
            foresee(BY + whose.sql(), whose.binder());
        }
        if (foresight.subject() instanceof Foresight.Subject.Named named
                && foresight.parts().contains(Foresight.Part.JOINED)) {
            foresee(DOWN, p -> p.text(named.incident()));
        }
    }

    private void foresee(String sql, Session.Binder binder) {
        foreseen.add(session.ahead(sql, binder, IncidentColumns::read));
    }

    @Override
    public void count(IncidentId incident, int total, int awaiting, Optional<Instant> lastPublishedAt) {
        counters.remove(incident);
        session.later(COUNT, List.of(new Growth(incident, total, awaiting, lastPublishedAt.orElse(LONG_AGO))));
    }

    @Override
    public PostCounters counted(IncidentId incident, int total, int awaiting, Optional<Instant> lastPublishedAt) {
        Optional<PostCounters> before =
                session.mayAssume() ? Optional.ofNullable(counters.get(incident)) : Optional.empty();
        if (before.isPresent()) {
            return countFrom(incident, before.get(), total, awaiting, lastPublishedAt);
        }
        count(incident, total, awaiting, lastPublishedAt);
        return find(incident).orElseThrow().counters();
    }

    /** If somebody else counted meanwhile, nothing is written. */
    private PostCounters countFrom(
            IncidentId incident, PostCounters before, int total, int awaiting, Optional<Instant> last) {
        PostCounters after = new PostCounters(
                before.total() + total,
                before.awaiting() + awaiting,
                last.filter(before.lastPublishedAt()::isBefore).orElse(before.lastPublishedAt()));
        counters.put(incident, after);
        session.later(
                COUNT_FROM,
                List.of(new Counted(incident, before, after)),
                counted -> new Expected("counters of incident " + incident, before.total()));
        return after;
    }

    @Override
    public Optional<IncidentRow> find(IncidentId id) {
        return ahead(id)
                .or(() -> session.first(FIND, p -> p.text(id), IncidentColumns::read))
                .map(this::read);
    }

    private Optional<IncidentRow> ahead(IncidentId id) {
        return foreseen.stream()
                .flatMap(question -> session.answer(question).stream())
                .flatMap(List::stream)
                .filter(row -> row.summary().id().equals(id))
                .findFirst();
    }

    @Override
    public Map<IncidentId, IncidentRow> findAll(Collection<IncidentId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        if (ids.size() == 1) {
            return find(ids.iterator().next())
                    .map(row -> Map.of(row.summary().id(), row))
                    .orElse(Map.of());
        }
        return session
                .lookUp(IncidentColumns.ALL, p -> p.texts(Set.copyOf(ids)), IncidentColumns::read, BY_ID, COUNTER)
                .stream()
                .map(this::read)
                .collect(Collectors.toUnmodifiableMap(row -> row.summary().id(), row -> row));
    }

    @Override
    public Optional<IncidentRow> findByNumber(String number) {
        return session.first(FIND_BY_NUMBER, p -> p.text(number), IncidentColumns::read)
                .map(this::read);
    }

    @Override
    public List<IncidentRow> query(IncidentQuery query) {
        return page(query, IncidentSelect::page, IncidentColumns::read);
    }

    @Override
    public List<IncidentSummary> lines(IncidentQuery query) {
        return page(query, IncidentSelect::lines, IncidentColumns::readLine);
    }

    private <T> List<T> page(IncidentQuery query, Function<IncidentSelect, String> form, Session.Reader<T> reader) {
        IncidentSelect select = new IncidentSelect(query, session.dialect());
        if (select.isEmpty()) {
            return List.of();
        }
        String sql = form.apply(select);
        return session.query(
                sql,
                p -> {
                    select.bind(p);
                    p.count(query.limit());
                },
                reader);
    }

    @Override
    public long count(IncidentQuery query) {
        IncidentSelect select = new IncidentSelect(query, session.dialect());
        return select.isEmpty()
                ? 0
                : session.first(select.count(), select::bind, Row::number).orElse(0L);
    }

    @Override
    public Set<BodyId> openBodies() {
        return session.query(OPEN_BODIES, params -> {}, row -> BodyId.of(row.text())).stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
