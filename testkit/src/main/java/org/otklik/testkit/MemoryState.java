package org.otklik.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.spi.storage.StateStore;

/** Leases and small values in memory. */
final class MemoryState implements StateStore {

    private final Rows<String, Lease> leases;
    private final Rows<Entry, Entry> values;
    private final Index<Entry, String, String> byScope;
    private final InstantSource leaseClock;

    private record Lease(String owner, Instant until) {}

    private record Entry(String scope, String key, String value) {

        /** The same for all values of a key. */
        Entry asKey() {
            return new Entry(scope, key, "");
        }
    }

    MemoryState(Journal journal, InstantSource leaseClock) {
        this.leaseClock = leaseClock;
        leases = new Rows<>(journal);
        values = new Rows<>(journal);
        byScope = values.index(entry -> List.of(entry.scope()), Entry::key);
    }

    @Override
    public boolean lease(String name, String owner, Duration length) {
        Instant now = leaseClock.instant();
        boolean othersHold = leases.find(name)
                .filter(lease -> !lease.owner().equals(owner))
                .filter(lease -> lease.until().isAfter(now))
                .isPresent();
        if (!othersHold) {
            leases.put(name, new Lease(owner, now.plus(length)));
        }
        return !othersHold;
    }

    @Override
    public void release(String name, String owner) {
        if (leases.find(name).filter(lease -> lease.owner().equals(owner)).isPresent()) {
            leases.remove(name);
        }
    }

    @Override
    public Optional<String> read(String scope, String key) {
        return values.find(new Entry(scope, key, "")).map(Entry::value);
    }

    @Override
    public Map<String, String> readAll(String scope) {
        return byScope.of(scope).values().stream().collect(Collectors.toUnmodifiableMap(Entry::key, Entry::value));
    }

    @Override
    public void write(String scope, String key, String value) {
        Entry entry = new Entry(scope, key, value);
        values.put(entry.asKey(), entry);
    }

    @Override
    public boolean compareAndSet(String scope, String key, Optional<String> expected, String value) {
        if (!read(scope, key).equals(expected)) {
            return false;
        }
        write(scope, key, value);
        return true;
    }
}
