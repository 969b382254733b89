package org.otklik.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.spi.storage.StorageException;

class MigrationTest {

    private static final Pattern CHANGE =
            Pattern.compile("<changeSet id=\"(\\w+)\"[^>]*>\\s*<sqlFile path=\"(\\w+)\\.sql\"");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?(\\w+)");

    private static final String ALL =
            Integer.toString(Migration.all(Dialects.of(Product.H2)).size());

    private final JdbcDataSource dataSource = H2Databases.inMemory();

    private void write(JdbcStorage storage) {
        storage.transact(unit -> {
            unit.state().write("cursor", "wall", "v1");
            return true;
        });
    }

    @Test
    void a_storage_without_tables_says_how_to_create_them() {
        try (JdbcStorage storage = JdbcStorage.over(dataSource)) {
            StorageException failure = assertThrows(StorageException.class, () -> write(storage));

            assertTrue(failure.getMessage().contains("call JdbcStorage.migrate()"), failure.getMessage());
        }
    }

    @Test
    void a_second_migration_changes_nothing() throws SQLException {
        try (JdbcStorage storage = JdbcStorage.over(dataSource).migrate()) {
            write(storage);

            storage.migrate();

            assertEquals(
                    "v1",
                    storage.transact(unit -> unit.state().read("cursor", "wall"))
                            .orElseThrow());
            assertEquals(ALL, H2Databases.ask(dataSource, "SELECT COUNT(*) FROM otklik_migration"));
        }
    }

    @Test
    void a_migration_that_was_cut_off_on_h2_is_finished_by_the_next() throws SQLException {
        try (JdbcStorage storage = JdbcStorage.over(dataSource).migrate()) {
            H2Databases.run(dataSource, "DELETE FROM otklik_migration");
            H2Databases.run(dataSource, "DROP TABLE lease");

            storage.migrate();

            assertEquals("0", H2Databases.ask(dataSource, "SELECT COUNT(*) FROM lease"));
            assertEquals("1", H2Databases.ask(dataSource, "SELECT COUNT(*) FROM event_counter"));
        }
    }

    @Test
    void a_migration_that_was_changed_after_its_release_is_refused() throws SQLException {
        try (JdbcStorage storage = JdbcStorage.over(dataSource).migrate()) {
            H2Databases.run(dataSource, "UPDATE otklik_migration SET checksum = 'other'");

            StorageException failure = assertThrows(StorageException.class, storage::migrate);

            assertTrue(failure.getMessage().contains("never changes"), failure.getMessage());
        }
    }

    @Test
    void tables_of_a_newer_release_are_refused() throws SQLException {
        try (JdbcStorage storage = JdbcStorage.over(dataSource).migrate()) {
            H2Databases.run(
                    dataSource, "INSERT INTO otklik_migration (version, name, checksum) VALUES (99, 'V099', 'x')");

            StorageException failure = assertThrows(StorageException.class, storage::migrate);

            assertTrue(failure.getMessage().contains("newer release"), failure.getMessage());
        }
    }

    @Test
    void the_printed_schema_creates_what_the_migration_creates() throws SQLException {
        try (JdbcStorage storage = JdbcStorage.over(dataSource)) {
            H2Databases.run(dataSource, JdbcStorage.schema(Product.H2));

            storage.migrate();

            write(storage);
            assertEquals(ALL, H2Databases.ask(dataSource, "SELECT COUNT(*) FROM otklik_migration"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_released_migration_has_the_checksum_of_its_release(Product product) throws IOException {
        Properties released = new Properties();
        try (InputStream list = MigrationTest.class.getResourceAsStream("released-migrations.properties")) {
            released.load(list);
        }

        for (Migration migration : Migration.all(Dialects.of(product))) {
            String key = Dialects.of(product).folder() + "/" + migration.name();
            assertEquals(
                    released.getProperty(key),
                    migration.checksum(),
                    key + " differs from what was released: write a new migration instead; a new one is added to"
                            + " released-migrations.properties");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_changelog_of_liquibase_names_every_migration_in_order(Product product) throws IOException {
        List<String> changes = CHANGE.matcher(resource(product, "changelog.xml"))
                .results()
                .map(match -> match.group(1) + match.group(2))
                .toList();

        assertEquals(
                Migration.all(Dialects.of(product)).stream()
                        .map(migration -> migration.name() + migration.name())
                        .toList(),
                changes);
    }

    private static String resource(Product product, String name) throws IOException {
        try (InputStream input =
                MigrationTest.class.getResourceAsStream(Dialects.of(product).folder() + "/" + name)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_node_of_this_release_goes_on_with_tables_of_a_newer_one_if_it_does_not_migrate() throws SQLException {
        JdbcStorage.over(dataSource).migrate();
        H2Databases.run(dataSource, "INSERT INTO otklik_migration (version, name, checksum) VALUES (99, 'V099', 'x')");
        H2Databases.run(dataSource, "CREATE TABLE of_a_newer_release (id integer)");

        try (JdbcStorage storage = JdbcStorage.over(dataSource)) {
            write(storage);

            assertEquals(
                    "v1",
                    storage.transact(unit -> unit.state().read("cursor", "wall"))
                            .orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource
    void statements_are_split_without_their_comments(Product product) {
        List<Migration> migrations = Migration.all(Dialects.of(product));

        for (Migration migration : migrations) {
            assertTrue(migration.statements().size() >= (migration.version() == 1 ? 20 : 2));
            assertTrue(migration.statements().stream().noneMatch(one -> one.contains("--") || one.endsWith(";")));
        }
    }

    @Test
    void both_dialects_have_the_same_tables() {
        assertEquals(tables(Product.H2), tables(Product.POSTGRESQL));
    }

    private static List<String> tables(Product product) {
        return TABLE.matcher(JdbcStorage.schema(product))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
