package org.otklik.tck;

class InMemoryNoticeStoreTest extends NoticeStoreContract {

    @Override
    protected StorageUnderTest storageUnderTest() {
        return new InMemoryUnderTest();
    }
}
