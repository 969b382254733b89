package org.otklik.storage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.otklik.tck.StorageUnderTest;

/**
 * The contracts of a storage on PostgreSQL 12, in a schema with an odd name, by a role that may change no table, behind
 * a pooler of transactions.
 */
class GuardedPostgresStorageTest extends StorageKit {

    @BeforeAll
    static void binaries() {
        assumeTrue(OldestPostgres.isThere(), "The build has no PostgreSQL 12 for this machine");
    }

    @Override
    StorageUnderTest storageUnderTest() {
        return new GuardedPostgres(OldestPostgres.server());
    }
}
