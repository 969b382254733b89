package org.otklik.storage.jdbc;

import java.sql.SQLException;
import org.otklik.spi.storage.StorageException;

/** Turns what a driver throws into what the desk understands. */
final class SqlFailures {

    private static final String CONNECTION_FAILED = "08";
    private static final String SERVER_ENDS = "57P";
    private static final String UNDEFINED_TABLE_POSTGRESQL = "42P01";
    private static final String UNDEFINED_TABLE_H2 = "42S02";
    private static final String UNDEFINED_TABLE_H2_EMPTY = "42S03";
    private static final String UNDEFINED_TABLE_H2_CANDIDATES = "42S04";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String DISK_FULL = "53";

    private final Dialect dialect;

    SqlFailures(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Says what failed, why, and what to do; the transaction is rolled back in any case. */
    StorageException of(String what, SQLException cause) {
        if (dialect.isRetriable(cause)) {
            return new RetriableException(what, cause);
        }
        return new StorageException(
                what + " failed in " + dialect.product() + " (SQLState " + cause.getSQLState() + "): "
                        + cause.getMessage() + " Nothing was changed. " + advice(state(cause)),
                cause);
    }

    /** Says that nobody knows whether a transaction was committed. */
    StorageException ofCommit(SQLException cause) {
        if (dialect.isRetriable(cause)) {
            return new RetriableException("A commit", cause);
        }
        if (!breaksConnection(cause)) {
            return of("A commit", cause);
        }
        return new StorageException(
                "The connection to " + dialect.product() + " broke during a commit (SQLState " + cause.getSQLState()
                        + "): it is unknown whether the changes are stored. Read the state again before going on.",
                cause);
    }

    /** Tells whether there is nobody any more who could tell what became of a commit. */
    static boolean breaksConnection(SQLException cause) {
        String state = state(cause);
        return state.startsWith(CONNECTION_FAILED) || state.startsWith(SERVER_ENDS);
    }

    static String state(SQLException cause) {
        String state = cause.getSQLState();
        return state == null ? "" : state;
    }

    private static String advice(String state) {
        return switch (state) {
            case UNDEFINED_TABLE_POSTGRESQL,
                    UNDEFINED_TABLE_H2,
                    UNDEFINED_TABLE_H2_EMPTY,
                    UNDEFINED_TABLE_H2_CANDIDATES ->
                "The tables are missing: call JdbcStorage.migrate() once, or run"
                        + " what JdbcStorage.schema() prints.";
            case INSUFFICIENT_PRIVILEGE ->
                "The role of the data source may not: let the owner of the schema call JdbcStorage.migrate(), and grant"
                        + " the role SELECT, INSERT, UPDATE and DELETE on the tables.";
            default -> adviceByClass(state);
        };
    }

    private static String adviceByClass(String state) {
        if (state.startsWith(CONNECTION_FAILED)) {
            return "Check that the database runs and that the data source reaches it.";
        }
        if (state.startsWith(DISK_FULL)) {
            return "The database ran out of disk, memory or connections: make room.";
        }
        return "The cause tells more.";
    }
}
