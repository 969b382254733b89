package org.otklik.tck;

class InMemoryForesightTest extends ForesightContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
