package org.otklik.spi.storage;

import java.time.InstantSource;
import java.util.function.Function;

/**
 * Where the desk keeps everything; thread-safe, shared by several desks on several nodes.
 *
 * <p>Instants are kept in whole microseconds, texts without U+0000 and unpaired surrogates; the desk sends nothing else.
 */
public interface Storage extends AutoCloseable {

    /**
     * Does work in one transaction of its own: all of it or nothing, READ COMMITTED or stronger.
     *
     * <p>The work has no side effects outside the unit of work, because it is done again, up to three times in all,
     * when it ends in a {@link StaleVersionException} or the database reports a deadlock or serialization failure. A
     * host's transaction is never joined.
     *
     * @param work what to do; it must not keep the unit of work
     * @param <T> what it returns
     * @return what the work returned
     * @throws StaleVersionException if the last attempt found a stale version too
     * @throws StorageException if the database failed; nothing was changed unless the message says that this is unknown
     */
    <T> T transact(Function<UnitOfWork, T> work);

    /**
     * Gives the time by which leases are counted: the database's clock where there is one, so that nodes agree.
     *
     * @return the clock of leases
     */
    InstantSource leaseClock();

    /** Releases what the storage itself opened; the host's data source stays open. */
    @Override
    void close();
}
