package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.post.PostId;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;

/** The captured posts that wait for a decision, in order of capture. */
final class CaptureQueue {

    private static final List<String> OTHERS = List.of("captured_at", "lease_until", "attempts");
    private static final Writing<PostRow> INSERT = new Writing<>(
            new Change.Insert("capture_queue", Sql.joined(PostColumns.KEYS, OTHERS)),
            PostRow::id,
            CaptureQueue::bindNew);
    private static final Writing<PostRow> AFRESH = new Writing<>(
            new Change.Put("capture_queue", PostColumns.KEYS, Sql.joined(OTHERS, List.of("owner")), Optional.empty()),
            PostRow::id,
            (p, row) -> {
                bindNew(p, row);
                p.text(Optional.empty());
            });
    private static final Writing<PostRow> LEAVE = new Writing<>(
            new Change.Delete("capture_queue", PostColumns.KEYS), PostRow::id, (p, row) -> p.post(row.id()));
    private static final String COUNT = "SELECT COUNT(*) FROM capture_queue";

    private final Session session;
    private final String oldest;
    private final String claim;

    private record Entry(long seq, PostId id, int attempts) {}

    CaptureQueue(Session session) {
        Dialect dialect = session.dialect();
        this.session = session;
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
        session.later(INSERT, captured(fresh));
    }

    /** Lets changed posts in, afresh, or out. */
    void follow(Collection<PostRow> changed) {
        session.later(AFRESH, captured(changed));
        session.later(
                LEAVE,
                changed.stream()
                        .filter(row -> row.signal() != SignalState.CAPTURED)
                        .toList());
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
