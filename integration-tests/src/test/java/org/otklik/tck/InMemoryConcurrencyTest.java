package org.otklik.tck;

class InMemoryConcurrencyTest extends ConcurrencyContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
