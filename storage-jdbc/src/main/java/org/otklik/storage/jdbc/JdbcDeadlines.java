package org.otklik.storage.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.otklik.spi.storage.DeadlineRow;
import org.otklik.spi.storage.DeadlineStore;
import org.otklik.spi.storage.StreamId;

/** What will become due, in a narrow table; what is replaced is written at the end of the transaction, in batches. */
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
    private final Predicate<StreamId> isNew;
    private final Map<StreamId, List<DeadlineRow>> waiting = new LinkedHashMap<>();
    private final Set<StreamId> written = new HashSet<>();

    private record Due(long seq, DeadlineRow row) {}

    private record Owned(StreamId owner, DeadlineRow row) {}

    /** Creates the store; what is new in the transaction has no deadlines yet that would have to go. */
    JdbcDeadlines(Session session, Predicate<StreamId> isNew) {
        this.session = session;
        this.isNew = isNew;
    }

    @Override
    public void replace(StreamId owner, Collection<DeadlineRow> rows) {
        waiting.put(owner, List.copyOf(rows));
    }

    /** Writes what was replaced. */
    void flush() {
        List<StreamId> stale = waiting.keySet().stream()
                .filter(owner -> written.contains(owner) || !isNew.test(owner))
                .toList();
        session.batch(CLEAR, stale, Params::stream);
        List<Owned> rows = waiting.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(row -> new Owned(entry.getKey(), row)))
                .toList();
        session.batch(
                INSERT,
                rows,
                (p, one) -> p.stream(one.owner())
                        .text(one.row().key())
                        .instant(one.row().at()));
        written.addAll(waiting.keySet());
        waiting.clear();
    }

    @Override
    public List<DeadlineRow> takeDue(Instant now, int limit) {
        flush();
        List<Due> due = session.query(
                session.dialect().lockFirst(DUE),
                p -> p.instant(now).count(limit),
                row -> new Due(row.number(), new DeadlineRow(row.stream(), row.text(), row.instant())));
        session.batch(TAKE, due, (p, one) -> p.number(one.seq()));
        return due.stream().map(Due::row).toList();
    }
}
