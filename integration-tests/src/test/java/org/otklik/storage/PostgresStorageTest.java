package org.otklik.storage;

import org.junit.jupiter.api.Nested;
import org.otklik.tck.CaptureQueueContract;
import org.otklik.tck.ConcurrencyContract;
import org.otklik.tck.DeadlineStoreContract;
import org.otklik.tck.EventStoreContract;
import org.otklik.tck.IncidentStoreContract;
import org.otklik.tck.InstructionStoreContract;
import org.otklik.tck.NoticeStoreContract;
import org.otklik.tck.OutboxStoreContract;
import org.otklik.tck.PoisonTextContract;
import org.otklik.tck.PostStoreContract;
import org.otklik.tck.StateStoreContract;
import org.otklik.tck.StorageUnderTest;
import org.otklik.tck.TextAndAuthorContract;
import org.otklik.tck.TransactionContract;

/** The contracts of a storage on PostgreSQL. */
class PostgresStorageTest {

    @Nested
    class CaptureQueueTest extends CaptureQueueContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.postgres();
        }
    }

    @Nested
    class ConcurrencyTest extends ConcurrencyContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.postgres();
        }
    }

    @Nested
    class DeadlineStoreTest extends DeadlineStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.postgres();
        }
    }

    @Nested
    class EventStoreTest extends EventStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.postgres();
        }
    }

    @Nested
    class IncidentStoreTest extends IncidentStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.postgres();
        }
    }

    @Nested
    class InstructionStoreTest extends InstructionStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.postgres();
        }
    }

    @Nested
    class NoticeStoreTest extends NoticeStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.postgres();
        }
    }

    @Nested
    class OutboxStoreTest extends OutboxStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.postgres();
        }
    }

    @Nested
    class PoisonTextTest extends PoisonTextContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.postgres();
        }
    }

    @Nested
    class PostStoreTest extends PostStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.postgres();
        }
    }

    @Nested
    class StateStoreTest extends StateStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.postgres();
        }
    }

    @Nested
    class TextAndAuthorTest extends TextAndAuthorContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.postgres();
        }
    }

    @Nested
    class TransactionTest extends TransactionContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Databases.postgres();
        }
    }
}
