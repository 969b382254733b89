package org.otklik.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** PostgreSQL 12 to 18. */
final class PostgresDialect implements Dialect {

    private static final Pattern NUMBERED = Pattern.compile("\\?\\d+");
    private static final Set<String> SERIALIZATION_DEADLOCK_LOCK = Set.of("40001", "40P01", "55P03");

    private static final String HAS_TABLE =
            "SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tablename = ?";

    private final PostgresChanges changes = new PostgresChanges();

    @Override
    public String folder() {
        return "postgresql";
    }

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    public String now() {
        return "clock_timestamp()";
    }

    @Override
    public String nowPlusMicros() {
        return "clock_timestamp() + CAST(? AS bigint) * interval '1 microsecond'";
    }

    @Override
    public String insertIfAbsent(Change.Absent change) {
        return changes.one(change);
    }

    @Override
    public Optional<PostgresChanges> pipelined() {
        return Optional.of(changes);
    }

    /** The keys stand in an array, so that the planner looks each up, whatever it guesses of the limit. */
    @Override
    public Optional<String> changeFirst(Claim claim, String change) {
        Claim keys =
                new Claim(claim.key(), claim.table(), claim.key(), claim.condition(), claim.order(), claim.limit());
        return Optional.of(change + " WHERE " + claim.key() + " = ANY(ARRAY(" + lockFirst(keys) + ")) RETURNING "
                + claim.columns());
    }

    @Override
    public boolean reportsLostRaces() {
        return false;
    }

    @Override
    public String updateReading(String update, String column) {
        return update + " RETURNING " + column;
    }

    @Override
    public String lockFirst(Claim claim) {
        String sql = "SELECT " + claim.columns() + " FROM " + claim.table() + " WHERE " + claim.condition()
                + " ORDER BY " + claim.order() + " FETCH FIRST " + claim.limit()
                + " ROWS ONLY FOR UPDATE SKIP LOCKED";
        return NUMBERED.matcher(sql).replaceAll("?");
    }

    @Override
    public boolean isRetriable(SQLException failure) {
        return SERIALIZATION_DEADLOCK_LOCK.contains(SqlFailures.state(failure));
    }

    /** A lock of the transaction, not of the session, so that it works behind a pooler of transactions. */
    @Override
    public void lockForMigration(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('otklik'), hashtext(current_schema()))");
        }
    }

    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HAS_TABLE)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public boolean changesTablesInTransactions() {
        return true;
    }

    /** A statement within the transaction: what the driver would send is kept by the session, which others get next. */
    @Override
    public void readCommitted(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
        }
    }

    @Override
    public boolean writes(String query) {
        return query.contains(" RETURNING ") || query.contains(" FOR UPDATE");
    }

    @Override
    public boolean rollbackUndoesOthers() {
        return false;
    }

    @Override
    public boolean needsKeeper() {
        return false;
    }

    @Override
    public void prepare(Connection connection) {
        // A server's settings belong to its administrator; warnings() tells him.
    }

    @Override
    public List<StorageWarning> warnings(Connection connection) throws SQLException {
        List<StorageWarning> found = new ArrayList<>();
        if (Set.of("off", "local").contains(setting(connection, "synchronous_commit"))) {
            found.add(new StorageWarning(
                    "synchronous-commit-off",
                    "PostgreSQL acknowledges commits before they are safe: a crash loses answers that were called"
                            + " stored. Set synchronous_commit = on."));
        }
        if (setting(connection, "fsync").equals("off")) {
            found.add(new StorageWarning(
                    "fsync-off",
                    "PostgreSQL does not wait for the disk: a power cut may destroy the database. Set"
                            + " fsync = on."));
        }
        if (setting(connection, "full_page_writes").equals("off")) {
            found.add(new StorageWarning(
                    "full-page-writes-off",
                    "A power cut may leave half-written pages in PostgreSQL. Set full_page_writes = on."));
        }
        if (!setting(connection, "server_encoding").equals("UTF8")) {
            found.add(new StorageWarning(
                    "encoding-not-utf8",
                    "PostgreSQL cannot keep every character of a post. Create the database with ENCODING 'UTF8'."));
        }
        return List.copyOf(found);
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT current_setting(?)")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
