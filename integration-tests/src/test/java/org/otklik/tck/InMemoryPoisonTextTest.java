package org.otklik.tck;

class InMemoryPoisonTextTest extends PoisonTextContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
