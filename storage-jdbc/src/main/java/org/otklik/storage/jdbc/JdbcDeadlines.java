package org.otklik.storage.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.otklik.spi.storage.DeadlineRow;
import org.otklik.spi.storage.DeadlineStore;
import org.otklik.spi.storage.StreamId;

/** What will become due, in a narrow table. */
final class JdbcDeadlines implements DeadlineStore {

    private static final String CLEAR = "DELETE FROM deadline WHERE owner_kind = ? AND owner_id = ?";
    private static final String INSERT =
            Sql.insert("deadline", List.of("owner_kind", "owner_id", "deadline_key", "due_at"));
    private static final String DUE = "SELECT owner_kind, owner_id, deadline_key, due_at FROM deadline"
            + " WHERE due_at <= ? ORDER BY due_at, owner_kind, owner_id, deadline_key"
            + " FETCH FIRST ? ROWS ONLY FOR UPDATE SKIP LOCKED";
    private static final String TAKE = CLEAR + " AND deadline_key = ?";

    private final Session session;

    JdbcDeadlines(Session session) {
        this.session = session;
    }

    @Override
    public void replace(StreamId owner, Collection<DeadlineRow> rows) {
        session.update(CLEAR, p -> p.stream(owner));
        session.batch(INSERT, rows, (p, row) -> p.stream(owner).text(row.key()).instant(row.at()));
    }

    @Override
    public List<DeadlineRow> takeDue(Instant now, int limit) {
        List<DeadlineRow> due = session.query(
                DUE,
                p -> p.instant(now).count(limit),
                row -> new DeadlineRow(row.stream(), row.text(), row.instant()));
        session.batch(TAKE, due, (p, row) -> p.stream(row.owner()).text(row.key()));
        return List.copyOf(due);
    }
}
