package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.instruction.InstructionState;
import org.otklik.spi.storage.InstructionRow;
import org.otklik.spi.storage.InstructionStore;
import org.otklik.spi.storage.StaleVersionException;
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
    private static final String INSERT = insert();
    private static final String UPDATE =
            "UPDATE instruction SET " + Sql.assignments(CHANGING) + " WHERE id = ? AND version = ?";
    private static final String FIND = "SELECT " + COLUMNS + " FROM instruction i WHERE i.id = ?";
    private static final String ABOUT = "SELECT " + COLUMNS
            + " FROM instruction_incident a JOIN instruction i ON i.id = a.instruction WHERE a.incident = ?"
            + " ORDER BY i.id";
    private static final String ISSUED = "SELECT " + COLUMNS
            + " FROM instruction i WHERE i.issued_at >= ? AND i.issued_at < ? AND i.id > ?"
            + " ORDER BY i.id FETCH FIRST ? ROWS ONLY";
    private static final String INSERT_INCIDENT =
            Sql.insert("instruction_incident", List.of("incident", "instruction"));
    private static final String DELETE_INCIDENTS = "DELETE FROM instruction_incident WHERE instruction = ?";

    private final Session session;

    JdbcInstructions(Session session) {
        this.session = session;
    }

    private static String insert() {
        List<String> columns = new ArrayList<>(List.of("id"));
        columns.addAll(CHANGING);
        return Sql.insert("instruction", columns);
    }

    @Override
    public void insert(InstructionRow row) {
        session.update(INSERT, p -> bind(p.text(row.id()), row));
        insertIncidents(row);
    }

    private void insertIncidents(InstructionRow row) {
        List<IncidentId> incidents = row.incidents().stream().sorted().toList();
        session.batch(
                INSERT_INCIDENT, incidents, (p, incident) -> p.text(incident).text(row.id()));
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
        int changed = session.update(UPDATE, p -> bind(p, row).text(row.id()).number(expectedVersion));
        if (changed == 0) {
            throw new StaleVersionException("instruction " + row.id(), expectedVersion);
        }
        session.update(DELETE_INCIDENTS, p -> p.text(row.id()));
        insertIncidents(row);
    }

    @Override
    public Optional<InstructionRow> find(InstructionId id) {
        return session.first(FIND, p -> p.text(id), JdbcInstructions::read);
    }

    @Override
    public List<InstructionRow> about(IncidentId incident) {
        return session.query(ABOUT, p -> p.text(incident), JdbcInstructions::read);
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
