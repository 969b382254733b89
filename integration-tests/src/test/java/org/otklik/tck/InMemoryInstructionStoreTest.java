package org.otklik.tck;

class InMemoryInstructionStoreTest extends InstructionStoreContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
