package org.otklik.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.UnitOfWork;

/**
 * What the contracts of all stores share. Extend the contracts, not this class; all of them can share one {@link
 * StorageUnderTest}.
 */
public abstract class StorageContract {

    /** A lease that does not run out while a test runs. */
    static final Duration LONG = Duration.ofHours(1);

    /** A lease that a test waits for. */
    static final Duration SHORT = Duration.ofMillis(40);

    private StorageUnderTest underTest;
    private Storage storage;

    /** Creates the contract; JUnit does. */
    protected StorageContract() {}

    /**
     * Gives the storage to examine.
     *
     * @return a new one for each test
     */
    protected abstract StorageUnderTest storageUnderTest();

    @BeforeEach
    final void openStorage() {
        underTest = storageUnderTest();
        storage = underTest.open();
    }

    @AfterEach
    final void closeStorage() {
        underTest.close();
    }

    final Storage storage() {
        return storage;
    }

    final void restart() {
        storage = underTest.restart();
    }

    /** Reads or writes in one transaction. */
    final <T> T ask(Function<UnitOfWork, T> work) {
        return storage.transact(work);
    }

    /** Asks a yes-or-no question, or does what tells whether it worked, in one transaction. */
    final boolean holds(Predicate<UnitOfWork> work) {
        return storage.transact(work::test);
    }

    /** Counts in one transaction. */
    final long count(ToLongFunction<UnitOfWork> work) {
        return storage.transact(work::applyAsLong);
    }

    /** Writes in one transaction. */
    final void write(Consumer<UnitOfWork> work) {
        storage.transact(unit -> {
            work.accept(unit);
            return true;
        });
    }

    /** Waits until leases of length {@link #SHORT} have run out. */
    final void letShortLeasesEnd() {
        Instant end = storage.leaseClock().instant().plus(SHORT).plusMillis(5);
        underTest.advanceLeaseClock(SHORT.plusMillis(5));
        while (storage.leaseClock().instant().isBefore(end)) {
            Thread.onSpinWait();
        }
    }
}
