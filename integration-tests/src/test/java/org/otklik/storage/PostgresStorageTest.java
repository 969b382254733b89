package org.otklik.storage;

import org.otklik.tck.StorageUnderTest;

/** The contracts of a storage on PostgreSQL. */
class PostgresStorageTest extends StorageKit {

    @Override
    StorageUnderTest storageUnderTest() {
        return Databases.postgres();
    }
}
