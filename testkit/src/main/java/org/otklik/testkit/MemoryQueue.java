package org.otklik.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.otklik.post.PostId;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;

/** The queue of captured posts, oldest captured first. */
final class MemoryQueue {

    private final Rows<PostId, Entry> entries;
    private final Index<Entry, Boolean, Placed<PostId>> order;
    private final InstantSource leaseClock;

    /** A captured post; {@code until} is the end of the last lease. */
    record Entry(PostId id, Instant capturedAt, int attempt, Instant until) {}

    MemoryQueue(Journal journal, InstantSource leaseClock) {
        this.leaseClock = leaseClock;
        entries = new Rows<>(journal);
        order = entries.index(entry -> List.of(true), entry -> new Placed<>(entry.capturedAt(), entry.id()));
    }

    /** Lets a captured post in, afresh if its row was changed, and any other out. */
    void follow(PostRow row) {
        if (row.signal() == SignalState.CAPTURED) {
            entries.put(row.id(), new Entry(row.id(), row.facts().capturedAt(), 0, Instant.MIN));
        } else {
            entries.remove(row.id());
        }
    }

    List<Entry> claim(int limit, Duration lease) {
        return claim(order.of(true).values(), limit, lease);
    }

    List<Entry> claimLatest(int limit, Duration lease) {
        List<Entry> claimed =
                new ArrayList<>(claim(order.of(true).descendingMap().values(), limit, lease));
        Collections.reverse(claimed);
        return claimed;
    }

    private List<Entry> claim(Collection<Entry> inOrder, int limit, Duration lease) {
        Instant now = leaseClock.instant();
        List<Entry> claimed = inOrder.stream()
                .filter(entry -> !entry.until().isAfter(now))
                .limit(limit)
                .map(entry -> new Entry(entry.id(), entry.capturedAt(), entry.attempt() + 1, now.plus(lease)))
                .toList();
        claimed.forEach(entry -> entries.put(entry.id(), entry));
        return claimed;
    }

    long size() {
        return entries.all().size();
    }
}
