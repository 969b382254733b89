package org.otklik.desk;

import java.time.InstantSource;
import java.util.function.Function;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.UnitOfWork;

/** Counts transactions; for one thread. */
final class HealthStorage implements Storage {

    int transactions;
    private final Storage storage;

    HealthStorage(Storage storage) {
        this.storage = storage;
    }

    @Override
    public <T> T transact(Function<UnitOfWork, T> work) {
        transactions++;
        return storage.transact(work);
    }

    @Override
    public InstantSource leaseClock() {
        return storage.leaseClock();
    }

    @Override
    public void close() {
        storage.close();
    }
}
