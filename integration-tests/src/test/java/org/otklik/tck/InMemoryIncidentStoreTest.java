package org.otklik.tck;

class InMemoryIncidentStoreTest extends IncidentStoreContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
