package org.otklik.storage.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.otklik.spi.storage.DeadlineRow;
import org.otklik.spi.storage.DeadlineStore;
import org.otklik.spi.storage.StreamId;

/** What will become due, in a narrow table; what is replaced is written at the end of the transaction, in batches. */
final class JdbcDeadlines implements DeadlineStore {

    private static final Writing<StreamId> CLEAR = new Writing<>(
            new Change.Delete("deadline", List.of("owner_kind", "owner_id")), owner -> owner, Params::stream);
    private static final Writing<Owned> INSERT = new Writing<>(
            new Change.Insert("deadline", List.of("owner_kind", "owner_id", "deadline_key", "due_at")),
            Owned::owner,
            (p, one) -> p.stream(one.owner())
                    .text(one.row().key())
                    .instant(one.row().at()));
    private static final Dialect.Claim DUE = new Dialect.Claim(
            "seq, owner_kind, owner_id, deadline_key, due_at",
            "deadline",
            "seq",
            "due_at <= ?1",
            "due_at, owner_kind, owner_id, deadline_key",
            "?2");
    private static final Comparator<Due> ORDER = Comparator.comparing(
                    (Due due) -> due.row().at())
            .thenComparing(due -> due.row().owner().kind().name())
            .thenComparing(due -> due.row().owner().id())
            .thenComparing(due -> due.row().key());
    // Most often nothing is due, and this is the cheapest way to see it.
    private static final String IS_DUE = "SELECT 1 FROM deadline WHERE due_at <= ? FETCH FIRST 1 ROWS ONLY";
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
        session.later(CLEAR, stale);
        List<Owned> rows = waiting.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(row -> new Owned(entry.getKey(), row)))
                .toList();
        session.later(INSERT, rows);
        written.addAll(waiting.keySet());
        waiting.clear();
    }

    @Override
    public List<DeadlineRow> takeDue(Instant now, int limit) {
        flush();
        if (session.first(IS_DUE, p -> p.instant(now), Row::count).isEmpty()) {
            return List.of();
        }
        Optional<String> take = session.dialect().changeFirst(DUE, "DELETE FROM deadline");
        return take.isPresent() ? take(take.get(), now, limit) : lockAndDelete(now, limit);
    }

    private List<DeadlineRow> take(String sql, Instant now, int limit) {
        List<Due> taken = new ArrayList<>(due(sql, now, limit));
        taken.sort(ORDER);
        return taken.stream().map(Due::row).toList();
    }

    private List<DeadlineRow> lockAndDelete(Instant now, int limit) {
        List<Due> due = due(session.dialect().lockFirst(DUE), now, limit);
        session.batch(TAKE, due, (p, one) -> p.number(one.seq()));
        return due.stream().map(Due::row).toList();
    }

    private List<Due> due(String sql, Instant now, int limit) {
        return session.query(
                sql,
                p -> p.instant(now).count(limit),
                row -> new Due(row.number(), new DeadlineRow(row.stream(), row.text(), row.instant())));
    }
}
