package org.otklik.tck;

class InMemoryOutboxStoreTest extends OutboxStoreContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
