package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.instruction.InstructionState;
import org.otklik.spi.storage.InstructionRow;
import org.otklik.spi.storage.InstructionStore;
import org.otklik.spi.storage.StreamHead;

/** Instructions in tables. */
final class JdbcInstructions implements InstructionStore {

    private static final List<String> CHANGING = List.of(
            "number",
            "version",
            "stream_hash",
            "state",
            "executors",
            "incidents",
            "issued_at",
            "deadline",
            "updated_at",
            "snapshot");
    private static final String COLUMNS = "i.id, i." + String.join(", i.", CHANGING);
    private static final Writing<InstructionRow> INSERT = new Writing<>(
            new Change.Insert("instruction", Sql.joined(List.of("id"), CHANGING)),
            InstructionRow::id,
            (p, row) -> bind(p.text(row.id()), row));
    private static final Writing<Replaced> UPDATE = new Writing<>(
            new Change.Update("instruction", Sql.equal(CHANGING), List.of("id = ?", "version = ?"), true),
            replaced -> replaced.row().id(),
            (p, replaced) -> bind(p, replaced.row()).text(replaced.row().id()).number(replaced.version()));
    private static final String FIND = "SELECT " + COLUMNS + " FROM instruction i WHERE i.id = ?";
    private static final String ABOUT = "SELECT " + COLUMNS
            + " FROM instruction_incident a JOIN instruction i ON i.id = a.instruction WHERE a.incident = ?"
            + " ORDER BY i.id";
    private static final String ISSUED = "SELECT " + COLUMNS
            + " FROM instruction i WHERE i.issued_at >= ? AND i.issued_at < ? AND i.id > ?"
            + " ORDER BY i.id FETCH FIRST ? ROWS ONLY";
    private static final Writing<About> INSERT_INCIDENT = new Writing<>(
            new Change.Insert("instruction_incident", List.of("incident", "instruction")),
            About::instruction,
            (p, about) -> p.text(about.incident()).text(about.instruction()));
    private static final Writing<InstructionId> DELETE_INCIDENTS = new Writing<>(
            new Change.Delete("instruction_incident", List.of("instruction"), false), id -> id, Params::text);

    private final Session session;
    private final Map<IncidentId, Ahead<InstructionRow>> foreseen = new HashMap<>();

    private record Replaced(InstructionRow row, long version) {}

    private record About(IncidentId incident, InstructionId instruction) {}

    JdbcInstructions(Session session) {
        this.session = session;
    }

    @Override
    public void insert(InstructionRow row) {
        session.later(INSERT, List.of(row));
        insertIncidents(row);
    }

    private void insertIncidents(InstructionRow row) {
        session.later(
                INSERT_INCIDENT,
                row.incidents().stream()
                        .sorted()
                        .map(incident -> new About(incident, row.id()))
                        .toList());
    }

    private static Params bind(Params params, InstructionRow row) throws SQLException {
        return params.text(row.number())
                .number(row.stream().version())
                .text(row.stream().hash())
                .text(row.state())
                .text(IncidentColumns.joined(row.executors()))
                .text(IncidentColumns.joined(row.incidents()))
                .instant(row.issuedAt())
                .instant(row.deadline())
                .instant(row.updatedAt())
                .text(row.snapshot());
    }

    @Override
    public void update(InstructionRow row, long expectedVersion) {
        session.later(
                UPDATE,
                List.of(new Replaced(row, expectedVersion)),
                replaced -> new Expected("instruction " + row.id(), replaced.version()));
        session.later(DELETE_INCIDENTS, List.of(row.id()));
        insertIncidents(row);
    }

    @Override
    public Optional<InstructionRow> find(InstructionId id) {
        return session.first(FIND, p -> p.text(id), JdbcInstructions::read);
    }

    @Override
    public List<InstructionRow> about(IncidentId incident) {
        return Optional.ofNullable(foreseen.get(incident))
                .flatMap(session::answer)
                .orElseGet(() -> session.query(ABOUT, p -> p.text(incident), JdbcInstructions::read));
    }

    void foresee(IncidentId incident) {
        foreseen.put(incident, session.ahead(ABOUT, p -> p.text(incident), JdbcInstructions::read));
    }

    @Override
    public List<InstructionRow> issued(Instant from, Instant before, Optional<InstructionId> after, int limit) {
        String last = after.map(InstructionId::value).orElse("");
        return session.query(
                ISSUED, p -> p.instant(from).instant(before).text(last).count(limit), JdbcInstructions::read);
    }

    private static InstructionRow read(Row row) throws SQLException {
        InstructionId id = InstructionId.of(row.text());
        String number = row.text();
        StreamHead stream = new StreamHead(row.number(), row.text());
        return new InstructionRow(
                id,
                number,
                row.constant(InstructionState.class),
                IncidentColumns.bodies(row.text()),
                incidents(row.text()),
                row.instant(),
                row.instant(),
                row.instant(),
                stream,
                row.text());
    }

    private static Set<IncidentId> incidents(String joined) {
        return IncidentColumns.split(joined).stream().map(IncidentId::of).collect(Collectors.toUnmodifiableSet());
    }
}
