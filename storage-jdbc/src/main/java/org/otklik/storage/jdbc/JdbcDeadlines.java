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
    private static final Dialect.Claim DUE = new Dialect.Claim(
            "seq, owner_kind, owner_id, deadline_key, due_at",
            "deadline",
            "seq",
            "due_at <= ?1",
            "due_at, owner_kind, owner_id, deadline_key",
            "?2");
    private static final String TAKE = "DELETE FROM deadline WHERE seq = ?";

    private final Session session;

    private record Due(long seq, DeadlineRow row) {}

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
        List<Due> due = session.query(
                session.dialect().lockFirst(DUE),
                p -> p.instant(now).count(limit),
                row -> new Due(row.number(), new DeadlineRow(row.stream(), row.text(), row.instant())));
        session.batch(TAKE, due, (p, one) -> p.number(one.seq()));
        return due.stream().map(Due::row).toList();
    }
}
