package org.otklik.tck;

class InMemoryEventStoreTest extends EventStoreContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
