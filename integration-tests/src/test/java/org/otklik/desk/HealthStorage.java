package org.otklik.desk;

import java.util.function.Function;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.UnitOfWork;
import org.otklik.tck.ForwardingStorage;

/** Counts transactions; for one thread. */
final class HealthStorage extends ForwardingStorage {

    int transactions;

    HealthStorage(Storage storage) {
        super(storage);
    }

    @Override
    public <T> T transact(Function<UnitOfWork, T> work) {
        transactions++;
        return super.transact(work);
    }
}
