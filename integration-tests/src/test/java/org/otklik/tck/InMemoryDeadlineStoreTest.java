package org.otklik.tck;

class InMemoryDeadlineStoreTest extends DeadlineStoreContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
