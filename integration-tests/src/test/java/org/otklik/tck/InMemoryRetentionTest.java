package org.otklik.tck;

class InMemoryRetentionTest extends RetentionContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
