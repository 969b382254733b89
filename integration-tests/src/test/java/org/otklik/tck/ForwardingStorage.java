package org.otklik.tck;

import java.time.InstantSource;
import java.util.function.Function;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.UnitOfWork;

/** A storage that hands everything to another; tests override what shall be otherwise. */
public class ForwardingStorage implements Storage {

    private final Storage storage;

    public ForwardingStorage(Storage storage) {
        this.storage = storage;
    }

    @Override
    public <T> T transact(Function<UnitOfWork, T> work) {
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
