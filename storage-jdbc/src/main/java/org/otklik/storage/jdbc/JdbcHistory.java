package org.otklik.storage.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.StreamId;

/**
 * Events that were archived: always those from the first up to some sequence, so that the others follow without a gap.
 *
 * <p>The newest event is never archived: a reader who finds nothing among the others has reached the end.
 */
final class JdbcHistory {

    private static final String READ = "SELECT " + JdbcEvents.COLUMNS + " FROM event_history WHERE stream_kind = ?"
            + " AND stream_id = ? AND version >= ? ORDER BY version FETCH FIRST ? ROWS ONLY";
    private static final String AFTER = "SELECT sequence, " + JdbcEvents.COLUMNS
            + " FROM event_history WHERE sequence > ? ORDER BY sequence FETCH FIRST ? ROWS ONLY";
    private static final String FIRST =
            "SELECT sequence, happened_at FROM event ORDER BY sequence FETCH FIRST ? ROWS ONLY";
    private static final String LATEST_ERA =
            "SELECT era FROM event_history ORDER BY sequence DESC FETCH FIRST 1 ROWS ONLY";
    private static final String COPY = "INSERT INTO event_history (sequence, era, " + JdbcEvents.COLUMNS
            + ") SELECT sequence, CAST(? AS integer), " + JdbcEvents.COLUMNS
            + " FROM event WHERE sequence >= ? AND sequence <= ?";
    private static final String DELETE = "DELETE FROM event WHERE sequence >= ? AND sequence <= ?";

    /** What is younger belongs to work that may be open: an answer is due within thirty days. */
    private static final Duration LEAST_AGE = Duration.ofDays(30);

    private final Session session;

    private record Moment(long sequence, Instant at) {}

    /** A run of events that goes into one era. */
    private record Run(int era, long first, long last) {}

    JdbcHistory(Session session) {
        this.session = session;
    }

    List<EventRow> read(StreamId stream, long fromVersion, int limit) {
        return session.query(READ, p -> p.stream(stream).number(fromVersion).count(limit), JdbcEvents::event);
    }

    List<SequencedEvent> after(long sequence, int limit) {
        return session.query(
                AFTER,
                p -> p.number(sequence).count(limit),
                row -> new SequencedEvent(row.number(), JdbcEvents.event(row)));
    }

    /** The clock of the database decides, as for everything that nodes share. */
    void requireOldEnough(Instant before) {
        Instant now = session.first("SELECT " + session.dialect().now(), p -> {}, Row::instant)
                .orElseThrow();
        Instant latest = now.minus(LEAST_AGE);
        if (before.isAfter(latest)) {
            throw new IllegalArgumentException("Events before " + before + " must not be archived yet: the clock of the"
                    + " database says " + now + ", and events stay for " + LEAST_AGE.toDays()
                    + " days; nothing was moved. Ask for those before " + latest + " or earlier.");
        }
    }

    /** Moves the oldest events here until one is not old enough; returns how many. */
    int takeOlderThan(Instant before, int limit) {
        List<Moment> oldest =
                session.query(FIRST, p -> p.count(limit + 1), row -> new Moment(row.number(), row.instant()));
        List<Run> runs = runs(oldest, before);
        for (Run run : runs) {
            session.update(session.dialect().createEra(run.era()), p -> {});
            session.update(COPY, p -> p.count(run.era()).number(run.first()).number(run.last()));
            session.update(DELETE, p -> p.number(run.first()).number(run.last()));
        }
        return runs.isEmpty()
                ? 0
                : (int) (runs.get(runs.size() - 1).last() - runs.get(0).first() + 1);
    }

    /** The last of those that were read stays: it is the newest, or one more than was asked for. */
    private List<Run> runs(List<Moment> oldest, Instant before) {
        List<Run> runs = new ArrayList<>();
        int era = latestEra().orElse(0);
        for (Moment moment : oldest.subList(0, Math.max(0, oldest.size() - 1))) {
            if (!moment.at().isBefore(before)) {
                break;
            }
            int year = moment.at().atOffset(ZoneOffset.UTC).getYear();
            Optional<Run> open = runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
            era = Math.max(era, year);
            int current = era;
            open.filter(run -> run.era() == current)
                    .ifPresentOrElse(
                            run -> runs.set(runs.size() - 1, new Run(current, run.first(), moment.sequence())),
                            () -> runs.add(new Run(current, moment.sequence(), moment.sequence())));
        }
        return runs;
    }

    private Optional<Integer> latestEra() {
        return session.first(LATEST_ERA, p -> {}, Row::count);
    }
}
