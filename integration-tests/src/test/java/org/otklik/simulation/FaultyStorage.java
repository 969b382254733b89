package org.otklik.simulation;

import java.util.function.Function;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.StorageException;
import org.otklik.spi.storage.UnitOfWork;
import org.otklik.tck.ForwardingStorage;

/** The storage as one life of a node sees it: it may not answer, its answer may be lost, and the node may die at it. */
final class FaultyStorage extends ForwardingStorage {

    private static final int RARELY = 90;

    private final Life life;

    FaultyStorage(Life life, Storage storage) {
        super(storage);
        this.life = life;
    }

    @Override
    public <T> T transact(Function<UnitOfWork, T> work) {
        life.step("begins a transaction");
        failAtTimes("The storage did not answer; nothing was changed.");
        T result = super.transact(work);
        life.step("has committed");
        failAtTimes("The answer of the storage was lost; whether anything was changed is unknown.");
        return result;
    }

    private void failAtTimes(String message) {
        if (life.isTroubled(RARELY)) {
            throw new StorageException(message);
        }
    }

    @Override
    public void close() {
        // The storage outlives the node.
    }
}
