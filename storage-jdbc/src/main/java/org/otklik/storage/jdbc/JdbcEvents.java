package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.id.IncidentId;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.EventStore;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.StorageException;
import org.otklik.spi.storage.StreamId;

/**
 * Events, numbered when their transaction commits.
 *
 * <p>Appended events wait until the end of the transaction. Then one row, the counter, is locked, the events get the
 * numbers that follow, and the commit releases the lock: whoever gets higher numbers commits later, and a transaction
 * that fails gives its numbers back. So readers never see a gap.
 */
final class JdbcEvents implements EventStore {

    private static final List<String> NAMES =
            List.of("stream_kind", "stream_id", "version", "type", "happened_at", "actor", "payload", "hash");
    static final String COLUMNS = String.join(", ", NAMES);
    private static final Writing<EventRow> NUMBERED = new Writing<>(
            new Change.Numbered("event", "sequence", NAMES, "event_counter", "last_sequence"),
            event -> event,
            JdbcEvents::bind);
    private static final String INSERT = "INSERT INTO event (sequence, " + COLUMNS + ") VALUES (" + Sql.marks(9) + ")";
    private static final String READ = "SELECT " + COLUMNS + " FROM event WHERE stream_kind = ? AND stream_id = ?"
            + " AND version >= ? ORDER BY stream_kind, stream_id, version FETCH FIRST ? ROWS ONLY";
    private static final String WITHIN = Joins.DOWN + "SELECT " + COLUMNS
            + " FROM within w JOIN event e ON e.stream_kind = 'INCIDENT' AND e.stream_id = w.id"
            + " ORDER BY stream_kind, stream_id, version FETCH FIRST ? ROWS ONLY";
    private static final int MOST = 1_000;
    private static final String AFTER =
            "SELECT sequence, " + COLUMNS + " FROM event WHERE sequence > ? ORDER BY sequence FETCH FIRST ? ROWS ONLY";
    private static final String LAST = "SELECT last_sequence FROM event_counter WHERE id = 1";
    private static final String COUNT = "UPDATE event_counter SET last_sequence = last_sequence + ? WHERE id = 1";

    private final Session session;
    private final List<EventRow> waiting = new ArrayList<>();
    private final List<Ahead<EventRow>> foreseen = new ArrayList<>();

    JdbcEvents(Session session) {
        this.session = session;
    }

    @Override
    public void append(List<EventRow> events) {
        waiting.addAll(events);
    }

    void foresee(IncidentId incident) {
        foreseen.add(session.ahead(WITHIN, p -> p.text(incident).count(MOST), JdbcEvents::event));
    }

    @Override
    public List<EventRow> read(StreamId stream, long fromVersion, int limit) {
        List<EventRow> found = new ArrayList<>(ahead(stream, fromVersion, limit)
                .orElseGet(() -> session.query(
                        READ, p -> p.stream(stream).number(fromVersion).count(limit), JdbcEvents::event)));
        if (found.isEmpty() || found.get(0).version() > fromVersion) {
            found = joined(new JdbcHistory(session).read(stream, fromVersion, limit), found, limit);
        }
        for (EventRow event : waiting) {
            if (found.size() < limit && event.stream().equals(stream) && event.version() >= fromVersion) {
                found.add(event);
            }
        }
        return List.copyOf(found);
    }

    /** Gives the events of a stream if it is known from its first on, to its last. */
    private Optional<List<EventRow>> ahead(StreamId stream, long fromVersion, int limit) {
        return foreseen.stream()
                .flatMap(question -> session.answer(question).stream())
                .filter(all -> all.size() < MOST)
                .map(all -> all.stream()
                        .filter(event -> event.stream().equals(stream))
                        .toList())
                .filter(history -> !history.isEmpty() && history.get(0).version() == 1)
                .findFirst()
                .map(history -> history.stream()
                        .filter(event -> event.version() >= fromVersion)
                        .limit(limit)
                        .toList());
    }

    @Override
    public List<SequencedEvent> after(long sequence, int limit) {
        List<SequencedEvent> found = session.query(
                AFTER, p -> p.number(sequence).count(limit), row -> new SequencedEvent(row.number(), event(row)));
        boolean isWhole = found.isEmpty() || found.get(0).sequence() == sequence + 1;
        return isWhole ? found : withArchived(sequence, limit, found);
    }

    /** The archive is read second, so that what moves there in the meantime is seen twice rather than never. */
    private List<SequencedEvent> withArchived(long sequence, int limit, List<SequencedEvent> kept) {
        List<SequencedEvent> all = new ArrayList<>(new JdbcHistory(session).after(sequence, limit));
        long last = all.isEmpty() ? sequence : all.get(all.size() - 1).sequence();
        kept.stream()
                .filter(event -> event.sequence() > last)
                .limit(limit - all.size())
                .forEach(all::add);
        return all;
    }

    /** What was archived in the meantime stands in both. */
    private static List<EventRow> joined(List<EventRow> archived, List<EventRow> kept, int limit) {
        List<EventRow> all = new ArrayList<>(archived);
        long last = archived.isEmpty() ? 0 : archived.get(archived.size() - 1).version();
        kept.stream()
                .filter(event -> event.version() > last)
                .limit(limit - archived.size())
                .forEach(all::add);
        return all;
    }

    @Override
    public long last() {
        return session.first(LAST, p -> {}, Row::number).orElse(0L);
    }

    static EventRow event(Row row) throws SQLException {
        return new EventRow(row.stream(), row.number(), row.text(), row.instant(), row.text(), row.text(), row.text());
    }

    /** Numbers and writes what was appended. */
    void flush() {
        if (session.dialect().pipelined().isPresent()) {
            session.later(NUMBERED, waiting, JdbcEvents::expected);
        } else if (!waiting.isEmpty()) {
            number();
        }
        waiting.clear();
    }

    private static Expected expected(EventRow event) {
        return new Expected(
                "stream " + event.stream().kind() + " " + event.stream().id(), event.version() - 1);
    }

    private void number() {
        long last = session.first(
                        session.dialect().updateReading(COUNT, "last_sequence"),
                        p -> p.number(waiting.size()),
                        Row::number)
                .orElseThrow(JdbcEvents::counterIsGone);
        List<SequencedEvent> numbered = new ArrayList<>();
        for (EventRow event : waiting) {
            numbered.add(new SequencedEvent(last - waiting.size() + numbered.size() + 1, event));
        }
        insert(numbered);
    }

    static StorageException counterIsGone() {
        return new StorageException(
                "The table event_counter lost its only row; restore it with the highest sequence of event.");
    }

    private void insert(List<SequencedEvent> numbered) {
        try {
            session.batch(INSERT, numbered, (p, one) -> bind(p.number(one.sequence()), one.event()));
        } catch (StorageException failure) {
            throw isTaken(failure) ? stale() : failure;
        }
    }

    private static void bind(Params params, EventRow event) throws SQLException {
        params.stream(event.stream())
                .number(event.version())
                .text(event.type())
                .instant(event.at())
                .text(event.actor())
                .text(event.payload())
                .text(event.hash());
    }

    private boolean isTaken(StorageException failure) {
        return failure.getCause() instanceof SQLException cause
                && session.dialect().isDuplicate(cause);
    }

    private StaleVersionException stale() {
        return Expected.stale(waiting.stream().map(JdbcEvents::expected).toList());
    }
}
