package org.otklik.storage;

import org.otklik.tck.StorageUnderTest;

/** The contracts of a storage on H2 in a file. */
class H2OnDiskStorageTest extends StorageKit {

    @Override
    StorageUnderTest storageUnderTest() {
        return Databases.h2OnDisk();
    }
}
