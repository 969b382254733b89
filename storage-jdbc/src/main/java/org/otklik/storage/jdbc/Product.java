package org.otklik.storage.jdbc;

/** The databases that the storage knows. */
public enum Product {
    /** H2 2.x: in memory for tests, in a file for one host without a server. */
    H2,
    /** PostgreSQL 12 or later, and what speaks as it does: Postgres Pro and the like. */
    POSTGRESQL
}
