package org.otklik.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.otklik.spi.storage.DeadlineRow;
import org.otklik.spi.storage.DeadlineStore;
import org.otklik.spi.storage.StreamId;

/** Deadlines to come, in memory. */
final class MemoryDeadlines implements DeadlineStore {

    private static final boolean ALL = true;

    private final Rows<Key, DeadlineRow> rows;
    private final Index<DeadlineRow, StreamId, String> byOwner;
    private final Index<DeadlineRow, Boolean, Placed<String>> byTime;

    private record Key(StreamId owner, String key) {}

    MemoryDeadlines(Journal journal) {
        rows = new Rows<>(journal);
        byOwner = rows.index(row -> List.of(row.owner()), DeadlineRow::key);
        byTime = rows.index(row -> List.of(ALL), row -> new Placed<>(row.at(), row.owner() + "\n" + row.key()));
    }

    @Override
    public void replace(StreamId owner, Collection<DeadlineRow> fresh) {
        byOwner.listOf(owner).forEach(this::remove);
        fresh.forEach(row -> rows.put(new Key(owner, row.key()), row));
    }

    @Override
    public List<DeadlineRow> takeDue(Instant now, int limit) {
        List<DeadlineRow> due = byTime.of(ALL).values().stream()
                .takeWhile(row -> !row.at().isAfter(now))
                .limit(limit)
                .toList();
        due.forEach(this::remove);
        return due;
    }

    private void remove(DeadlineRow row) {
        rows.remove(new Key(row.owner(), row.key()));
    }
}
