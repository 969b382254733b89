package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.post.PostId;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;

/** The captured posts that wait for a decision, in order of capture. */
final class CaptureQueue {

    private static final List<String> OTHERS = List.of("captured_at", "lease_until", "attempts");
    private static final String INSERT = "INSERT INTO capture_queue (native_id, network, " + String.join(", ", OTHERS)
            + ") VALUES (" + Sql.marks(5) + ")";
    private static final String AFRESH = "UPDATE capture_queue SET captured_at = ?, lease_until = ?, attempts = 0,"
            + " owner = NULL WHERE native_id = ? AND network = ?";
    private static final String LEAVE = "DELETE FROM capture_queue WHERE native_id = ? AND network = ?";
    private static final String COUNT = "SELECT COUNT(*) FROM capture_queue";

    private final Session session;
    private final String enter;
    private final String oldest;
    private final String claim;

    private record Entry(long seq, PostId id, int attempts) {}

    CaptureQueue(Session session) {
        Dialect dialect = session.dialect();
        this.session = session;
        this.enter = dialect.insertIfAbsent("capture_queue", PostColumns.KEYS, OTHERS);
        this.oldest = dialect.lockFirst(new Dialect.Claim(
                "seq, native_id, network, attempts",
                "capture_queue",
                "seq",
                "lease_until <= " + dialect.now(),
                "captured_at, seq",
                "?1"));
        this.claim = "UPDATE capture_queue SET owner = ?, lease_until = " + dialect.nowPlusMicros()
                + ", attempts = attempts + 1 WHERE seq = ?";
    }

    /** Lets posts in that were just inserted, in the order given. */
    void enter(List<PostRow> fresh) {
        session.batch(INSERT, captured(fresh), CaptureQueue::bindNew);
    }

    /** Lets changed posts in, afresh, or out. */
    void follow(Collection<PostRow> changed) {
        List<PostRow> captured = captured(changed);
        Set<PostId> fresh = session.insertAbsent(enter, captured, CaptureQueue::bindNew).stream()
                .map(PostRow::id)
                .collect(Collectors.toSet());
        List<PostRow> again =
                captured.stream().filter(row -> !fresh.contains(row.id())).toList();
        session.batch(
                AFRESH,
                again,
                (p, row) -> p.instant(row.facts().capturedAt())
                        .instant(Instant.EPOCH)
                        .post(row.id()));
        List<PostRow> decided = changed.stream()
                .filter(row -> row.signal() != SignalState.CAPTURED)
                .toList();
        session.batch(LEAVE, decided, (p, row) -> p.post(row.id()));
    }

    private static List<PostRow> captured(Collection<PostRow> rows) {
        return rows.stream().filter(row -> row.signal() == SignalState.CAPTURED).toList();
    }

    private static void bindNew(Params params, PostRow row) throws SQLException {
        params.post(row.id())
                .instant(row.facts().capturedAt())
                .instant(Instant.EPOCH)
                .count(0);
    }

    /** Claims the oldest free ones; returns how often each was claimed, this claim included. */
    Map<PostId, Integer> claim(String owner, int limit, Duration lease) {
        List<Entry> free =
                session.query(oldest, p -> p.count(limit), row -> new Entry(row.number(), row.post(), row.count()));
        session.batch(
                claim,
                free,
                (p, entry) -> p.text(owner).number(Micros.of(lease)).number(entry.seq()));
        Map<PostId, Integer> claimed = new LinkedHashMap<>();
        free.forEach(entry -> claimed.put(entry.id(), entry.attempts() + 1));
        return claimed;
    }

    long size() {
        return session.first(COUNT, p -> {}, Row::number).orElse(0L);
    }
}
