package org.otklik.tck;

class InMemoryPostStoreTest extends PostStoreContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
