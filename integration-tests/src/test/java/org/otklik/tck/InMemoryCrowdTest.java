package org.otklik.tck;

class InMemoryCrowdTest extends CrowdContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
