package org.otklik.tck;

import java.time.Duration;
import org.otklik.spi.storage.Storage;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/** The storage in memory; what it keeps outlives a desk, not the process, so a restart is the same object. */
final class InMemoryUnderTest implements StorageUnderTest {

    private final SettableClock clock = SettableClock.startingAt(Sample.START);
    private final InMemoryStorage storage = InMemoryStorage.create(clock);

    @Override
    public Storage open() {
        return storage;
    }

    @Override
    public Storage restart() {
        storage.close();
        return storage;
    }

    @Override
    public void advanceLeaseClock(Duration time) {
        clock.advance(time);
    }

    @Override
    public void close() {
        storage.close();
    }
}
