package org.otklik.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What differs between databases; thread-safe.
 *
 * <p>Everything that returns SQL composes it from constants of this package, never from values.
 */
interface Dialect {

    /** Returns the folder of the migrations. */
    String folder();

    /** Returns the name of the product, for messages. */
    String product();

    /** Returns an expression for the database's clock, in microseconds. */
    String now();

    /** Returns an expression for the database's clock plus one parameter in microseconds. */
    String nowPlusMicros();

    /**
     * Returns an insert of one row that does nothing when the key is taken.
     *
     * <p>The update count is 1 or 0. Where {@link #reportsLostRaces()} holds, a race may end in a duplicate key
     * instead, which fails only that one statement.
     */
    String insertIfAbsent(Change.Absent change);

    /** Tells whether a lost race of {@link #insertIfAbsent} shows as a duplicate key. */
    boolean reportsLostRaces();

    /** Returns a query that runs an update and reads a column of the changed row. */
    String updateReading(String update, String column);

    /**
     * Returns the changes that can be sent together and take columns as arrays; empty where rows are written one by one
     * and at once.
     */
    Optional<PostgresChanges> pipelined();

    /**
     * Returns a statement that changes the first rows that nobody holds, skipping what others have locked, and reads
     * them in any order; empty where they must be locked first.
     *
     * @param claim what to lock
     * @param change such as {@code DELETE FROM deadline}, without a condition
     */
    Optional<String> changeFirst(Claim claim, String change);

    /**
     * Does what {@link #changeFirst} does, and reads what a column held before, in front of the others.
     *
     * @param claim what to lock, in the rising order of columns of which the key is one
     * @param change an update without a condition; its parameters follow those of the claim
     */
    Optional<String> changeFirstFrom(String column, Claim claim, String change);

    /**
     * Returns a query for rows by a list of keys, the first parameter: each is looked up by itself, however small the table
     * was when the query was planned.
     *
     * @param columns to read
     * @param tables what is looked up, one after the other
     */
    String lookUp(String columns, LookUp... tables);

    /**
     * A table in which something is looked up.
     *
     * @param table its name
     * @param alias under which the columns are read
     * @param condition by which a row is found, such as {@code p.native_id = k.id}, {@code k.id} being the key
     */
    record LookUp(String table, String alias, String condition) {}

    /**
     * Returns a query for the first rows that nobody holds, which locks them and skips what others have locked.
     *
     * @param claim columns, table, condition and order; the parameters of the condition are numbered from {@code ?1}
     */
    String lockFirst(Claim claim);

    /**
     * What to lock.
     *
     * @param columns to read
     * @param table a narrow one
     * @param key its primary key, one column
     * @param condition with its parameters numbered from {@code ?1}
     * @param order columns of an index
     * @param limit the parameter behind those of the condition, such as {@code ?2}
     */
    record Claim(String columns, String table, String key, String condition, String order, String limit) {}

    /** Tells whether the transaction may succeed when it is done again. */
    boolean isRetriable(SQLException failure);

    /** Tells whether a unique key was taken. */
    default boolean isDuplicate(SQLException failure) {
        return SqlFailures.state(failure).equals("23505");
    }

    /** Makes sure that no other node migrates at the same time; holds until the transaction ends. */
    void lockForMigration(Connection connection) throws SQLException;

    /** Returns a query that finds a row if a table stands in the schema that names without a schema lead to. */
    String hasTable();

    /** Tells whether a table stands there; asks only. */
    default boolean hasTable(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(hasTable())) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Tells whether every change of tables is undone with its transaction, so that a migration is there or is not. */
    boolean changesTablesInTransactions();

    /** Makes the transaction that begins now READ COMMITTED; changes nothing that outlives it, if the database can. */
    void readCommitted(Connection connection) throws SQLException;

    /** Returns how texts are looked through. */
    WordSearch search(String words);

    /** Tells whether a query changes or locks rows, so that it must stand within a transaction. */
    boolean writes(String query);

    /**
     * Tells whether to roll back after a lost race may also take back what the winners committed.
     *
     * <p>H2 (2.2 to 2.5.252) keeps, for a row that it had to wait for, the value from before the wait, and writes it back.
     */
    boolean rollbackUndoesOthers();

    /** Tells whether a connection must stay open, because the database closes with its last one. */
    boolean needsKeeper();

    /** Sets, for as long as this connection stays open, what the promises need and the user of the database may. */
    void prepare(Connection connection) throws SQLException;

    /** Returns a statement that makes room for an era of archived events; does nothing where there is some. */
    String createEra(int era);

    /** Returns a query for the names of the indexes of the schema that serve queries, in lower case. */
    String readyIndexes();

    /** Lists the rights to a table that the user of the connection lacks, if the database can tell. */
    List<String> missingRights(Connection connection, String table) throws SQLException;

    /** Lists settings that weaken the promises of the storage. */
    List<StorageWarning> warnings(Connection connection) throws SQLException;
}
