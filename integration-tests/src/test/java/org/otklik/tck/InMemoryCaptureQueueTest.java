package org.otklik.tck;

class InMemoryCaptureQueueTest extends CaptureQueueContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
