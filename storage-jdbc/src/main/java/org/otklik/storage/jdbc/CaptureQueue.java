package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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

    private static final Comparator<Entry> OLDEST_FIRST =
            Comparator.comparing(Entry::capturedAt).thenComparing(Entry::seq);

    private final Session session;
    private final String claim;

    private record Entry(long seq, PostId id, Instant capturedAt, int attempts) {}

    CaptureQueue(Session session) {
        this.session = session;
        this.claim = "UPDATE capture_queue SET owner = ?, lease_until = "
                + session.dialect().nowPlusMicros() + ", attempts = attempts + 1";
    }

    private Dialect.Claim free(String order) {
        return new Dialect.Claim(
                "seq, native_id, network, captured_at, attempts",
                "capture_queue",
                "seq",
                "lease_until <= " + session.dialect().now(),
                order,
                "?1");
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

    /** Claims free ones from the old end or the new one; tells how often each was claimed, this claim included. */
    Map<PostId, Integer> claim(String owner, int limit, Duration lease, boolean latest) {
        Dialect.Claim free = free(latest ? "captured_at DESC, seq DESC" : "captured_at, seq");
        Optional<String> atOnce = session.dialect().changeFirst(free, claim);
        List<Entry> entries = new ArrayList<>(
                atOnce.isPresent()
                        ? session.query(
                                atOnce.get(),
                                p -> p.text(owner).number(Micros.of(lease)).count(limit),
                                CaptureQueue::read)
                        : lockAndClaim(session.dialect().lockFirst(free), owner, limit, lease));
        entries.sort(OLDEST_FIRST);
        Map<PostId, Integer> claimed = new LinkedHashMap<>();
        entries.forEach(entry -> claimed.put(entry.id(), entry.attempts()));
        return claimed;
    }

    private List<Entry> lockAndClaim(String lock, String owner, int limit, Duration lease) {
        List<Entry> free = session.query(lock, p -> p.count(limit), CaptureQueue::read);
        session.batch(
                claim + " WHERE seq = ?",
                free,
                (p, entry) -> p.text(owner).number(Micros.of(lease)).number(entry.seq()));
        return free.stream()
                .map(entry -> new Entry(entry.seq(), entry.id(), entry.capturedAt(), entry.attempts() + 1))
                .toList();
    }

    private static Entry read(Row row) throws SQLException {
        return new Entry(row.number(), row.post(), row.instant(), row.count());
    }

    long size() {
        return session.first(COUNT, p -> {}, Row::number).orElse(0L);
    }
}
