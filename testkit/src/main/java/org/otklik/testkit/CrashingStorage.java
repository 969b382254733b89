package org.otklik.testkit;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.UnitOfWork;

/**
 * A storage under a process that dies at a numbered transaction; thread-safe.
 *
 * <p>At that step it throws {@link Crash}, and from then on at every step: a dead process does nothing more. The test
 * goes on with another desk over the storage underneath.
 */
public final class CrashingStorage implements Storage {

    private final Storage storage;
    private final int step;
    private final boolean afterCommit;
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicBoolean dead = new AtomicBoolean();

    private CrashingStorage(Storage storage, int step, boolean afterCommit) {
        this.storage = storage;
        this.step = step;
        this.afterCommit = afterCommit;
    }

    /**
     * Returns a storage whose process dies when a transaction has done its work and nothing of it is kept.
     *
     * @param storage what survives
     * @param step number of the transaction, 1 for the first
     * @return the storage
     */
    public static CrashingStorage beforeCommit(Storage storage, int step) {
        return new CrashingStorage(storage, step, false);
    }

    /**
     * Returns a storage whose process dies when a transaction is kept and nobody knows yet.
     *
     * @param storage what survives
     * @param step number of the transaction, 1 for the first
     * @return the storage
     */
    public static CrashingStorage afterCommit(Storage storage, int step) {
        return new CrashingStorage(storage, step, true);
    }

    /**
     * Tells how many transactions were begun.
     *
     * @return how many; a run that ends below its step never died
     */
    public int steps() {
        return steps.get();
    }

    /**
     * Tells whether the process died.
     *
     * @return true once the step was reached
     */
    public boolean isDead() {
        return dead.get();
    }

    @Override
    public <T> T transact(Function<UnitOfWork, T> work) {
        if (dead.get()) {
            throw new Crash("before and does nothing more");
        }
        boolean last = steps.incrementAndGet() == step;
        T result = storage.transact(unit -> {
            T inner = work.apply(unit);
            dieIf(last && !afterCommit, "before the commit of transaction " + step);
            return inner;
        });
        dieIf(last, "after the commit of transaction " + step);
        return result;
    }

    private void dieIf(boolean now, String where) {
        if (now) {
            dead.set(true);
            throw new Crash(where);
        }
    }

    @Override
    public InstantSource leaseClock() {
        return storage.leaseClock();
    }

    @Override
    public void close() {
        // The storage underneath outlives this process.
    }
}
