package org.otklik.storage;

import org.junit.jupiter.api.Nested;
import org.otklik.tck.CaptureQueueContract;
import org.otklik.tck.ConcurrencyContract;
import org.otklik.tck.CrowdContract;
import org.otklik.tck.DeadlineStoreContract;
import org.otklik.tck.EventStoreContract;
import org.otklik.tck.ForesightContract;
import org.otklik.tck.IncidentStoreContract;
import org.otklik.tck.InstructionStoreContract;
import org.otklik.tck.NoticeStoreContract;
import org.otklik.tck.OutboxStoreContract;
import org.otklik.tck.PoisonTextContract;
import org.otklik.tck.PostStoreContract;
import org.otklik.tck.RetentionContract;
import org.otklik.tck.SearchContract;
import org.otklik.tck.StateStoreContract;
import org.otklik.tck.StorageUnderTest;
import org.otklik.tck.TextAndAuthorContract;
import org.otklik.tck.TransactionContract;

/** All contracts of a storage, for a storage that a subclass names. */
abstract class StorageKit {

    abstract StorageUnderTest storageUnderTest();

    @Nested
    class CaptureQueueTest extends CaptureQueueContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class ConcurrencyTest extends ConcurrencyContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class CrowdTest extends CrowdContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class DeadlineStoreTest extends DeadlineStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class EventStoreTest extends EventStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class ForesightTest extends ForesightContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class IncidentStoreTest extends IncidentStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class InstructionStoreTest extends InstructionStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class NoticeStoreTest extends NoticeStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class OutboxStoreTest extends OutboxStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class PoisonTextTest extends PoisonTextContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class PostStoreTest extends PostStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class RetentionTest extends RetentionContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class SearchTest extends SearchContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class StateStoreTest extends StateStoreContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class TextAndAuthorTest extends TextAndAuthorContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }

    @Nested
    class TransactionTest extends TransactionContract {

        @Override
        protected StorageUnderTest storageUnderTest() {
            return StorageKit.this.storageUnderTest();
        }
    }
}
