package org.otklik.tck;

class InMemoryTransactionTest extends TransactionContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
