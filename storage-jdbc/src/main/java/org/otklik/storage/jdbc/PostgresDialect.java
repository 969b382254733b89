package org.otklik.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** PostgreSQL 12 to 18. */
final class PostgresDialect implements Dialect {

    private static final Pattern NUMBERED = Pattern.compile("\\?\\d+");
    private static final Set<String> SERIALIZATION_DEADLOCK_LOCK = Set.of("40001", "40P01", "55P03");

    // In the words of V002, so that its indexes serve.
    private static final String POST_WORDS = "to_tsvector('pg_catalog.russian', translate(regexp_replace(left("
            + "substring(t.content from '\"text\":\"((?:[^\"\\\\]|\\\\.)*)\"'), 100000),"
            + " '\\\\(?:u[0-9a-f]{4}|.)', ' ', 'g'), 'ёЁ', 'еЕ'))";
    private static final String FREE_TEXT_WORDS =
            "to_tsvector('pg_catalog.russian', translate(left(t.content, 100000), 'ёЁ', 'еЕ'))";
    private static final String HAS_WORDS =
            " @@ plainto_tsquery('pg_catalog.russian', translate(CAST(? AS text), 'ёЁ', 'еЕ'))";
    private static final String SEARCH = "SELECT t.incident FROM post t WHERE t.incident IS NOT NULL AND " + POST_WORDS
            + HAS_WORDS + " UNION SELECT t.owner_id FROM free_text t WHERE t.owner_kind = 'INCIDENT' AND "
            + FREE_TEXT_WORDS + HAS_WORDS;

    private static final Set<String> ADDED_TO = Set.of("event", "event_history", "person_access");
    private static final List<String> ADDING = List.of("SELECT", "INSERT");
    private static final List<String> CHANGING = List.of("SELECT", "INSERT", "UPDATE", "DELETE");
    private static final String HAS_RIGHT = "SELECT 1 FROM pg_catalog.pg_class c"
            + " WHERE c.oid = to_regclass(quote_ident(?)) AND has_table_privilege(c.oid, ?)";

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
        return changes.few(change, 1);
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
        return Optional.of(PostgresChanges.PLAN_ANEW + change + " WHERE " + claim.key() + " = ANY(ARRAY("
                + lockFirst(keys) + ")) RETURNING " + claim.columns());
    }

    /**
     * What locks is never planned into the rest, and so runs once; what it found is then looked up by the columns of its
     * order, the key among them. By the key alone PostgreSQL 18 may search the index of the order, skipping from one value
     * of its first column to the next, which a table that was small made seem cheap.
     */
    @Override
    public Optional<String> changeFirstFrom(String column, Claim claim, String change) {
        List<String> ordered = List.of(claim.order().split(", "));
        Claim found = new Claim(
                claim.order() + ", " + column,
                claim.table(),
                claim.key(),
                claim.condition(),
                claim.order(),
                claim.limit());
        String names = ordered.stream().map(name -> "found_" + name).collect(Collectors.joining(", "));
        String same = ordered.stream().map(name -> name + " = found_" + name).collect(Collectors.joining(" AND "));
        return Optional.of(PostgresChanges.KEPT_IN_ORDER + "WITH found (" + names + ", before) AS (" + lockFirst(found)
                + ") " + change + " FROM found WHERE " + same + " RETURNING before, " + claim.columns());
    }

    @Override
    public boolean reportsLostRaces() {
        return false;
    }

    @Override
    public String updateReading(String update, String column) {
        return update + " RETURNING " + column;
    }

    /** OFFSET keeps the planner from joining the whole table, which seems cheap while the table is small. */
    @Override
    public String lookUp(String columns, LookUp... tables) {
        return "SELECT " + columns + " FROM UNNEST(CAST(? AS varchar[])) k (id)"
                + Arrays.stream(tables)
                        .map(one -> " CROSS JOIN LATERAL (SELECT * FROM " + one.table() + " " + one.alias() + " WHERE "
                                + one.condition() + " OFFSET 0) " + one.alias())
                        .collect(Collectors.joining());
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
    public String hasTable() {
        return HAS_TABLE;
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
    public WordSearch search(String words) {
        return new WordSearch(SEARCH, p -> p.text(words).text(words));
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
        return new PostgresSettings(connection).warnings();
    }

    /** A number and no parameter, because no statement that creates a table takes parameters. */
    @Override
    public String createEra(int era) {
        return "CREATE TABLE IF NOT EXISTS event_history_" + era + " PARTITION OF event_history FOR VALUES IN (" + era
                + ")";
    }

    @Override
    public String readyIndexes() {
        return "SELECT c.relname FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = current_schema() AND i.indisvalid AND i.indisready";
    }

    /** What lies for ever is only added to; the rest is changed too. */
    @Override
    public List<String> missingRights(Connection connection, String table) throws SQLException {
        List<String> missing = new ArrayList<>();
        for (String right : ADDED_TO.contains(table) ? ADDING : CHANGING) {
            try (PreparedStatement statement = connection.prepareStatement(HAS_RIGHT)) {
                statement.setString(1, table);
                statement.setString(2, right);
                try (ResultSet rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        missing.add(right + " on " + table);
                    }
                }
            }
        }
        return missing;
    }
}
