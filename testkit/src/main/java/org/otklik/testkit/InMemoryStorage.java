package org.otklik.testkit;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.UnitOfWork;

/**
 * A storage in memory that keeps what the contract says, but nothing over the end of the process; thread-safe.
 *
 * <p>One transaction runs at a time. Several desks may share one storage, as several nodes share a database. Closing
 * does nothing, so that a test may go on with a second desk where the first was stopped.
 */
public final class InMemoryStorage implements Storage {

    private static final int ATTEMPTS = 3;

    private final ReentrantLock lock = new ReentrantLock();
    private final Journal journal = new Journal();
    private final InstantSource leaseClock;
    private final UnitOfWork unit;

    private InMemoryStorage(InstantSource leaseClock) {
        this.leaseClock = Objects.requireNonNull(leaseClock, "leaseClock");
        this.unit = MemoryUnit.create(journal, leaseClock);
    }

    /**
     * Returns an empty storage whose leases run by the system's clock.
     *
     * @return the storage
     */
    public static InMemoryStorage create() {
        return new InMemoryStorage(InstantSource.system());
    }

    /**
     * Returns an empty storage whose leases run by a given clock.
     *
     * @param leaseClock often the test's {@link SettableClock}
     * @return the storage
     */
    public static InMemoryStorage create(InstantSource leaseClock) {
        return new InMemoryStorage(leaseClock);
    }

    @Override
    public <T> T transact(Function<UnitOfWork, T> work) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("A transaction was begun inside another; the inner work must use the unit"
                    + " of work of the outer.");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (StaleVersionException stale) {
                if (attempt == ATTEMPTS) {
                    throw stale;
                }
            }
        }
    }

    private <T> T once(Function<UnitOfWork, T> work) {
        lock.lock();
        boolean done = false;
        try {
            journal.begin();
            T result = work.apply(unit);
            journal.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                journal.rollback();
            }
            lock.unlock();
        }
    }

    @Override
    public InstantSource leaseClock() {
        return leaseClock;
    }

    @Override
    public void close() {
        // What is in memory stays for the next desk of the test.
    }
}
