package org.otklik.tck;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.UnitOfWork;

/** Transactions that are none must be noticed. */
class TransactionSaboteursTest {

    @Test
    void a_storage_that_keeps_half_of_a_failed_transaction_is_caught() {
        Kit.catches(
                NeverRollsBack.class,
                "a_failed_transaction_leaves_nothing_in_any_store",
                "a_failed_transaction_brings_back_what_it_changed_and_took");
    }

    @Test
    void a_storage_that_gives_up_at_the_first_stale_version_is_caught() {
        Kit.catches(
                NeverRetries.class,
                "work_that_meets_a_stale_version_is_done_again_from_the_start",
                "work_that_stays_stale_is_given_up_after_three_attempts");
    }

    static class NeverRollsBack extends TransactionContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return new Wrapped() {
                @Override
                <T> T transact(Storage storage, Function<UnitOfWork, T> work) {
                    AtomicReference<Throwable> thrown = new AtomicReference<>();
                    T result = storage.transact(unit -> {
                        try {
                            return work.apply(unit);
                        } catch (RuntimeException | Error failed) {
                            thrown.set(failed);
                            return null;
                        }
                    });
                    if (thrown.get() instanceof RuntimeException failed) {
                        throw failed;
                    }
                    if (thrown.get() instanceof Error failed) {
                        throw failed;
                    }
                    return result;
                }
            };
        }
    }

    static class NeverRetries extends TransactionContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return new Wrapped() {
                @Override
                <T> T transact(Storage storage, Function<UnitOfWork, T> work) {
                    return storage.transact(unit -> {
                        try {
                            return work.apply(unit);
                        } catch (StaleVersionException stale) {
                            throw new IllegalStateException(stale);
                        }
                    });
                }
            };
        }
    }

    /** The storage in memory with other transactions. */
    private abstract static class Wrapped implements StorageUnderTest {

        private final InMemoryUnderTest honest = new InMemoryUnderTest();

        abstract <T> T transact(Storage storage, Function<UnitOfWork, T> work);

        @Override
        public Storage open() {
            return wrap(honest.open());
        }

        @Override
        public Storage restart() {
            return wrap(honest.restart());
        }

        @Override
        public void advanceLeaseClock(Duration time) {
            honest.advanceLeaseClock(time);
        }

        @Override
        public void close() {
            honest.close();
        }

        private Storage wrap(Storage storage) {
            return new ForwardingStorage(storage) {
                @Override
                public <T> T transact(Function<UnitOfWork, T> work) {
                    return Wrapped.this.transact(storage, work);
                }
            };
        }
    }
}
