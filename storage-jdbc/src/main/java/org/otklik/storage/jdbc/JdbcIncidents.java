package org.otklik.storage.jdbc;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.incident.IncidentQuery;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.IncidentStore;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.StreamId;

/** Incidents in tables: the line with its snapshot, its counters, and the lists of the bodies that have a part. */
final class JdbcIncidents implements IncidentStore {

    private static final Instant LONG_AGO = Instant.parse("0001-01-01T00:00:00Z");
    private static final String INSERT = "INSERT INTO incident (id, " + String.join(", ", IncidentColumns.CHANGING)
            + ") VALUES (" + Sql.marks(IncidentColumns.CHANGING.size() + 1) + ")";
    private static final String UPDATE =
            "UPDATE incident SET " + Sql.assignments(IncidentColumns.CHANGING) + " WHERE id = ? AND version = ?";
    private static final String SELECT =
            "SELECT " + IncidentColumns.ALL + " FROM incident i JOIN incident_counter c ON c.incident = i.id WHERE ";
    private static final String FIND = SELECT + "i.id = ?";
    private static final String FIND_BY_NUMBER = SELECT + "i.number = ?";
    private static final String INSERT_COUNTER =
            Sql.insert("incident_counter", List.of("incident", "posts", "awaiting", "last_published_at"));
    private static final String COUNT = "UPDATE incident_counter SET posts = posts + ?, awaiting = awaiting + ?,"
            + " last_published_at = GREATEST(last_published_at, ?) WHERE incident = ?";
    private static final String INSERT_BODY =
            Sql.insert("incident_body", List.of("incident", "body", "open", "due", "registered_at"));
    private static final String DELETE_BODIES = "DELETE FROM incident_body WHERE incident = ?";

    private static final String OPEN_BODIES = "SELECT DISTINCT body FROM incident_body WHERE open";

    private final Session session;
    private final Map<IncidentId, Listing> known = new HashMap<>();
    private final Set<StreamId> inserted = new HashSet<>();

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
    }

    @Override
    public long nextNumber(String series) {
        return new NumberSeries(session).next(series);
    }

    @Override
    public void insert(IncidentRow row) {
        IncidentId id = row.summary().id();
        session.update(INSERT, p -> IncidentColumns.bind(p.text(id), row));
        session.update(
                INSERT_COUNTER,
                p -> p.text(id)
                        .count(row.counters().total())
                        .count(row.counters().awaiting())
                        .instant(row.counters().lastPublishedAt()));
        insertBodies(row);
        remember(row);
        inserted.add(StreamId.incident(id));
    }

    /** Tells whether an incident was inserted in this transaction. */
    boolean isNew(StreamId stream) {
        return inserted.contains(stream);
    }

    private void insertBodies(IncidentRow row) {
        List<BodyId> bodies = row.bodies().stream().sorted().toList();
        session.batch(
                INSERT_BODY,
                bodies,
                (p, body) -> p.text(row.summary().id())
                        .text(body)
                        .flag(row.summary().state().isOpen())
                        .instant(IncidentColumns.due(row))
                        .instant(row.summary().registeredAt()));
    }

    @Override
    public void update(IncidentRow row, long expectedVersion) {
        IncidentId id = row.summary().id();
        int changed = session.update(
                UPDATE, p -> IncidentColumns.bind(p, row).text(id).number(expectedVersion));
        if (changed == 0) {
            throw new StaleVersionException("incident " + id, expectedVersion);
        }
        if (!isListedAs(row, expectedVersion)) {
            session.update(DELETE_BODIES, p -> p.text(id));
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

    @Override
    public void count(IncidentId incident, int total, int awaiting, Optional<Instant> lastPublishedAt) {
        session.update(
                COUNT,
                p -> p.count(total)
                        .count(awaiting)
                        .instant(lastPublishedAt.orElse(LONG_AGO))
                        .text(incident));
    }

    @Override
    public Optional<IncidentRow> find(IncidentId id) {
        return session.first(FIND, p -> p.text(id), IncidentColumns::read).map(this::remember);
    }

    @Override
    public Optional<IncidentRow> findByNumber(String number) {
        return session.first(FIND_BY_NUMBER, p -> p.text(number), IncidentColumns::read)
                .map(this::remember);
    }

    @Override
    public List<IncidentRow> query(IncidentQuery query) {
        IncidentSelect select = new IncidentSelect(query, session.dialect());
        if (select.isEmpty()) {
            return List.of();
        }
        String sql = select.page();
        return session.query(
                sql,
                p -> {
                    select.bind(p);
                    p.count(query.limit());
                },
                IncidentColumns::read);
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
