package org.otklik.tck;

class InMemoryStateStoreTest extends StateStoreContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
