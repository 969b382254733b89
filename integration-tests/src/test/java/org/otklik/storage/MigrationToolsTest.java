package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.storage.jdbc.Product;
import org.postgresql.ds.PGSimpleDataSource;

/** The same scripts make the same tables, whoever runs them, and {@code migrate()} takes over what others made (P22). */
class MigrationToolsTest {

    private static final String SCRIPTS = "org/otklik/storage/jdbc/";

    private static final List<String> POSTGRESQL = List.of(
            "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, collation_name,"
                    + " identity_generation FROM information_schema.columns WHERE table_schema = current_schema()",
            "SELECT tablename, regexp_replace(indexdef, ' ON [^.]+[.]', ' ON ') FROM pg_indexes"
                    + " WHERE schemaname = current_schema()",
            "SELECT c.relname, c.reloptions, pg_get_partkeydef(c.oid) FROM pg_class c"
                    + " WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')",
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
                    + " WHERE connamespace = current_schema()::regnamespace AND contype IN ('p', 'u')");

    private static final List<String> H2 = List.of(
            "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, is_identity,"
                    + " datetime_precision FROM information_schema.columns WHERE table_schema = 'PUBLIC'",
            "SELECT table_name, index_name, column_name, ordinal_position FROM information_schema.index_columns"
                    + " WHERE table_schema = 'PUBLIC' AND index_name NOT LIKE 'PRIMARY_KEY%'");

    private static PGSimpleDataSource byFlyway(PGSimpleDataSource database) {
        flyway(database, Product.POSTGRESQL);
        return database;
    }

    private static void flyway(DataSource database, Product product) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:" + SCRIPTS + folder(product))
                .load()
                .migrate();
    }

    private static void liquibase(DataSource database, Product product) throws Exception {
        try (Connection connection = database.getConnection();
                Liquibase liquibase = new Liquibase(
                        SCRIPTS + folder(product) + "/changelog.xml",
                        new ClassLoaderResourceAccessor(),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
            liquibase.update("");
        }
    }

    private static String folder(Product product) {
        return product == Product.H2 ? "h2" : "postgresql";
    }

    private static JdbcDataSource h2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        database.setPassword("");
        return database;
    }

    /** Everything about our own tables, without the records of the tools. */
    private static List<String> tables(DataSource database, List<String> questions) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String question : questions) {
                try (ResultSet rows = statement.executeQuery(question)) {
                    while (rows.next()) {
                        lines.add(line(rows));
                    }
                }
            }
        }
        return lines.stream()
                .filter(line -> !line.matches("(?i)(otklik_migration|flyway_|databasechangelog).*"))
                .sorted()
                .toList();
    }

    private static String line(ResultSet rows) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            line.append(rows.getString(column)).append(' ');
        }
        return line.toString();
    }

    private static void isTakenOver(DataSource database, List<String> questions, List<String> expected)
            throws SQLException {
        assertEquals(expected, tables(database, questions));
        try (JdbcStorage storage = JdbcStorage.over(database).migrate().migrate()) {
            storage.transact(unit -> {
                unit.state().write("cursor", "wall", "v1");
                return true;
            });
        }
        assertEquals(expected, tables(database, questions));
    }

    @Test
    void flyway_liquibase_the_printed_schema_and_migrate_make_the_same_tables_on_postgresql() throws Exception {
        PGSimpleDataSource ours = PostgresServer.newSchema();
        JdbcStorage.over(ours).migrate().close();
        List<String> expected = tables(ours, POSTGRESQL);
        PGSimpleDataSource liquibases = PostgresServer.newSchema();
        liquibase(liquibases, Product.POSTGRESQL);
        PGSimpleDataSource printed = PostgresServer.newSchema();
        GuardedPostgres.run(printed, JdbcStorage.schema(Product.POSTGRESQL));

        assertTrue(expected.size() > 200, "only " + expected.size());
        isTakenOver(byFlyway(PostgresServer.newSchema()), POSTGRESQL, expected);
        isTakenOver(liquibases, POSTGRESQL, expected);
        isTakenOver(printed, POSTGRESQL, expected);
    }

    @Test
    void flyway_liquibase_and_migrate_make_the_same_tables_on_h2() throws Exception {
        JdbcDataSource ours = h2();
        JdbcStorage.over(ours).migrate().close();
        List<String> expected = tables(ours, H2);
        JdbcDataSource flyways = h2();
        flyway(flyways, Product.H2);
        JdbcDataSource liquibases = h2();
        liquibase(liquibases, Product.H2);

        assertTrue(expected.size() > 150, "only " + expected.size());
        isTakenOver(flyways, H2, expected);
        isTakenOver(liquibases, H2, expected);
    }
}
