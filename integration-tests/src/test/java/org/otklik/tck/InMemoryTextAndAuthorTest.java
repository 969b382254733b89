package org.otklik.tck;

class InMemoryTextAndAuthorTest extends TextAndAuthorContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
