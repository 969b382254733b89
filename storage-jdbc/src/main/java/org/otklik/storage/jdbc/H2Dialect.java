package org.otklik.storage.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.spi.storage.SearchWords;

/** H2 2.x, in memory, in a file or as a server, in its regular mode. */
final class H2Dialect implements Dialect {

    private static final Set<Integer> DEADLOCK_TIMEOUT_CONCURRENT_UPDATE = Set.of(40001, 50200, 90131);

    private static final int ADMIN_RIGHTS_REQUIRED = 90040;

    /** In milliseconds; a day is what a file may hold of stale pages without surprising anybody. */
    private static final String RETENTION = "86400000";

    private static final String HAS_WORD = "LOCATE(?, TRANSLATE(LOWER(t.content), 'ё', 'е')) > 0";

    private static final String HAS_TABLE = "SELECT 1 FROM information_schema.tables"
            + " WHERE table_schema = CURRENT_SCHEMA AND UPPER(table_name) = UPPER(?)";

    @Override
    public String folder() {
        return "h2";
    }

    @Override
    public String product() {
        return "H2";
    }

    @Override
    public String now() {
        return "CURRENT_TIMESTAMP(6)";
    }

    @Override
    public String nowPlusMicros() {
        return "DATEADD('MICROSECOND', CAST(? AS bigint), CURRENT_TIMESTAMP(6))";
    }

    @Override
    public String insertIfAbsent(Change.Absent change) {
        String table = change.table();
        List<String> keys = change.keys();
        List<String> others = change.others();
        String sourceKeys = keys.stream().map(key -> "s_" + key).collect(Collectors.joining(", "));
        String sameKeys =
                keys.stream().map(key -> table + "." + key + " = s.s_" + key).collect(Collectors.joining(" AND "));
        String keyMarks = keys.stream()
                .map(key -> key.equals("number") ? "CAST(? AS integer)" : "CAST(? AS varchar)")
                .collect(Collectors.joining(", "));
        String columns = String.join(", ", keys) + (others.isEmpty() ? "" : ", " + String.join(", ", others));
        return "MERGE INTO " + table + " USING (VALUES (" + keyMarks + ")) s (" + sourceKeys + ") ON (" + sameKeys
                + ") WHEN NOT MATCHED THEN INSERT (" + columns + ") VALUES (" + sourceKeys
                + (others.isEmpty() ? "" : ", " + Sql.marks(others.size())) + ")";
    }

    @Override
    public boolean reportsLostRaces() {
        return true;
    }

    @Override
    public String updateReading(String update, String column) {
        return "SELECT " + column + " FROM FINAL TABLE (" + update + ")";
    }

    @Override
    public Optional<PostgresChanges> pipelined() {
        return Optional.empty();
    }

    @Override
    public Optional<String> changeFirst(Claim claim, String change) {
        return Optional.empty();
    }

    @Override
    public Optional<String> changeFirstFrom(String column, Claim claim, String change) {
        return Optional.empty();
    }

    /** H2 reads the whole table for {@code = ANY(?)}, and goes by the index for a join. */
    @Override
    public String lookUp(String columns, LookUp... tables) {
        return "SELECT " + columns + " FROM UNNEST(CAST(? AS varchar ARRAY)) k (id)"
                + Arrays.stream(tables)
                        .map(one -> " JOIN " + one.table() + " " + one.alias() + " ON " + one.condition())
                        .collect(Collectors.joining());
    }

    /**
     * H2 reads and sorts everything that fits before it locks, so a window of the first rows is chosen without locks;
     * it is wide enough for some nodes to claim beside each other. The window is joined, because H2 runs a subquery
     * behind IN once for each row. The condition is there twice: a row may have been taken since the window was read.
     */
    @Override
    public String lockFirst(Claim claim) {
        String window = "SELECT " + claim.key() + " AS window_key FROM " + claim.table() + " WHERE " + claim.condition()
                + " ORDER BY " + claim.order() + " FETCH FIRST 4 * CAST(" + claim.limit() + " AS bigint) ROWS ONLY";
        return "SELECT " + claim.columns() + " FROM (" + window + ") w JOIN " + claim.table() + " ON "
                + claim.key() + " = window_key WHERE " + claim.condition() + " ORDER BY " + claim.order()
                + " FETCH FIRST " + claim.limit()
                + " ROWS ONLY FOR UPDATE SKIP LOCKED";
    }

    @Override
    public boolean isRetriable(SQLException failure) {
        return DEADLOCK_TIMEOUT_CONCURRENT_UPDATE.contains(failure.getErrorCode());
    }

    /** H2 ends a transaction with each change of a table; its migrations can be run twice instead. */
    @Override
    public void lockForMigration(Connection connection) {
        // Nothing to lock.
    }

    @Override
    public String hasTable() {
        return HAS_TABLE;
    }

    @Override
    public boolean changesTablesInTransactions() {
        return false;
    }

    @Override
    public void readCommitted(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    /** Reads all texts of incidents. */
    @Override
    public WordSearch search(String words) {
        List<String> wanted = SearchWords.of(words).words();
        String all = (" AND " + HAS_WORD).repeat(wanted.size());
        String sql = "SELECT t.incident AS incident FROM post t WHERE t.incident IS NOT NULL" + all
                + " UNION SELECT t.owner_id FROM free_text t WHERE t.owner_kind = 'INCIDENT'" + all;
        return new WordSearch(sql, params -> {
            for (int table = 0; table < 2; table++) {
                for (String word : wanted) {
                    params.text(word);
                }
            }
        });
    }

    @Override
    public boolean writes(String query) {
        return query.contains(" FROM FINAL TABLE (");
    }

    @Override
    public boolean rollbackUndoesOthers() {
        return true;
    }

    @Override
    public boolean needsKeeper() {
        return true;
    }

    /**
     * Lets a commit wait until it is written, and pages stay for a day before others are written over them: by default
     * H2 writes up to half a second later, and over pages of 45 seconds ago. Either way a killed process loses what it
     * had acknowledged.
     */
    @Override
    public void prepare(Connection connection) throws SQLException {
        if (isInMemory(connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
            statement.execute("SET RETENTION_TIME " + RETENTION);
        } catch (SQLException refused) {
            if (refused.getErrorCode() != ADMIN_RIGHTS_REQUIRED) {
                throw refused;
            }
        }
    }

    @Override
    public List<StorageWarning> warnings(Connection connection) throws SQLException {
        List<StorageWarning> found = new ArrayList<>();
        if (isInMemory(connection)) {
            found.add(new StorageWarning("h2-in-memory"));
            return List.copyOf(found);
        }
        if (!setting(connection, "WRITE_DELAY", "500").equals("0")) {
            found.add(new StorageWarning("h2-write-delay"));
        }
        if (!setting(connection, "REUSE_SPACE", "TRUE").equalsIgnoreCase("FALSE")) {
            found.add(new StorageWarning("h2-space-reuse"));
        }
        return List.copyOf(found);
    }

    /** H2 has one table for all eras, and would end the transaction with any change of tables. */
    @Override
    public String createEra(int era) {
        return "UPDATE event_history SET era = era WHERE 1 = 0";
    }

    @Override
    public String readyIndexes() {
        return "SELECT LOWER(index_name) FROM information_schema.indexes WHERE index_schema = CURRENT_SCHEMA";
    }

    /** H2 has no question for it. */
    @Override
    public List<String> missingRights(Connection connection, String table) {
        return List.of();
    }

    private static String setting(Connection connection, String name, String absent) throws SQLException {
        return one(
                connection,
                "SELECT setting_value FROM information_schema.settings WHERE setting_name = '" + name + "'",
                absent);
    }

    private static boolean isInMemory(Connection connection) throws SQLException {
        return one(connection, "SELECT DATABASE_PATH()", "").isEmpty();
    }

    private static String one(Connection connection, String sql, String absent) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            String value = rows.next() ? rows.getString(1) : null;
            return value == null ? absent : value;
        }
    }
}
