package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.AccessRow;
import org.otklik.spi.storage.AccessStore;

/** Who saw or erased whose name, in a table that is only added to. */
final class JdbcAccesses implements AccessStore {

    private static final List<String> COLUMNS =
            List.of("happened_at", "actor", "action", "person", "subject", "reason");
    private static final String INSERT = Sql.insert("person_access", COLUMNS);
    private static final String OF_PERIOD = "SELECT seq, " + String.join(", ", COLUMNS)
            + " FROM person_access WHERE seq > ? AND happened_at >= ? AND happened_at < ?";
    private static final String OF_PERSON = " AND person = ?";
    private static final String ORDER = " ORDER BY seq FETCH FIRST ? ROWS ONLY";

    private final Session session;

    JdbcAccesses(Session session) {
        this.session = session;
    }

    @Override
    public void add(Collection<AccessRow> rows) {
        session.batch(
                INSERT,
                rows,
                (p, row) -> p.instant(row.at())
                        .text(row.actor())
                        .text(row.action())
                        .text(row.person())
                        .text(row.subject())
                        .text(row.reason()));
    }

    @Override
    public List<AccessRow> find(Optional<Pseudonym> person, Instant from, Instant before, long afterNumber, int limit) {
        return session.query(
                OF_PERIOD + (person.isPresent() ? OF_PERSON : "") + ORDER,
                p -> {
                    p.number(afterNumber).instant(from).instant(before);
                    if (person.isPresent()) {
                        p.text(person);
                    }
                    p.count(limit);
                },
                JdbcAccesses::read);
    }

    private static AccessRow read(Row row) throws SQLException {
        return new AccessRow(
                row.number(),
                row.instant(),
                row.text(),
                row.constant(AccessRow.Action.class),
                new Pseudonym(row.text()),
                row.text(),
                row.text());
    }
}
