package org.otklik.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.EventStore;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.StorageException;
import org.otklik.spi.storage.StreamId;

/** Events in memory; they enter the global order when their transaction commits. */
final class MemoryEvents implements EventStore {

    private final Journal journal;
    private final Map<StreamId, List<EventRow>> streams = new HashMap<>();
    private final List<EventRow> log = new ArrayList<>();

    MemoryEvents(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void append(List<EventRow> events) {
        events.forEach(this::append);
    }

    private void append(EventRow event) {
        List<EventRow> stream = streams.computeIfAbsent(event.stream(), fresh -> new ArrayList<>(4));
        if (event.version() <= stream.size()) {
            throw new StaleVersionException("stream " + event.stream(), event.version() - 1);
        }
        if (event.version() != stream.size() + 1) {
            throw new StorageException("Event " + event.version() + " of " + event.stream() + " cannot follow event "
                    + stream.size() + "; nothing was stored.");
        }
        journal.undoBy(() -> stream.remove(stream.size() - 1));
        journal.atCommit(() -> log.add(event));
        stream.add(event);
    }

    @Override
    public List<EventRow> read(StreamId stream, long fromVersion, int limit) {
        journal.check();
        return streams.getOrDefault(stream, List.of()).stream()
                .skip(Math.max(0, fromVersion - 1))
                .limit(limit)
                .toList();
    }

    @Override
    public List<SequencedEvent> after(long sequence, int limit) {
        journal.check();
        List<SequencedEvent> found = new ArrayList<>();
        for (int i = (int) Math.max(0, sequence); i < log.size() && found.size() < limit; i++) {
            found.add(new SequencedEvent(i + 1L, log.get(i)));
        }
        return List.copyOf(found);
    }

    @Override
    public long last() {
        journal.check();
        return log.size();
    }
}
