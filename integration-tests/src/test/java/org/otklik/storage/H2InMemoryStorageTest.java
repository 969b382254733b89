package org.otklik.storage;

import org.otklik.tck.StorageUnderTest;

/** The contracts of a storage on H2 in memory. */
class H2InMemoryStorageTest extends StorageKit {

    @Override
    StorageUnderTest storageUnderTest() {
        return Databases.h2InMemory();
    }
}
