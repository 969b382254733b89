package org.otklik.tck;

class InMemorySearchTest extends PostStoreContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
