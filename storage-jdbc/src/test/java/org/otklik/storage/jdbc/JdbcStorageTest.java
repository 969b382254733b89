package org.otklik.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.StorageException;

class JdbcStorageTest {

    private static String setting(JdbcDataSource dataSource, String name) throws SQLException {
        return H2Databases.ask(
                dataSource,
                "SELECT setting_value FROM information_schema.settings WHERE setting_name = '" + name + "'");
    }

    private static List<String> codes(JdbcStorage storage) {
        return codes(storage.warnings());
    }

    private static List<String> codes(List<StorageWarning> warnings) {
        return warnings.stream().map(StorageWarning::code).toList();
    }

    @Test
    void a_file_of_h2_is_made_to_write_each_commit_before_it_returns(@TempDir Path folder) throws SQLException {
        JdbcDataSource dataSource = H2Databases.onDisk(folder);

        try (JdbcStorage storage = JdbcStorage.over(dataSource).migrate()) {
            assertEquals("0", setting(dataSource, "WRITE_DELAY"));
            assertEquals(List.of("h2-space-reuse"), codes(storage));
        }
    }

    @Test
    void a_file_of_h2_keeps_its_pages_for_a_day_before_it_writes_over_them(@TempDir Path folder) throws SQLException {
        JdbcDataSource dataSource = H2Databases.onDisk(folder);

        for (int opening = 0; opening < 2; opening++) {
            JdbcStorage.over(dataSource).migrate().close();
            assertEquals("86400000", setting(dataSource, "RETENTION_TIME"));
        }
    }

    @Test
    void a_file_of_h2_that_never_writes_over_its_pages_is_not_warned_of(@TempDir Path folder) {
        JdbcDataSource dataSource = H2Databases.onDisk(folder);
        dataSource.setURL(dataSource.getURL() + ";REUSE_SPACE=FALSE");

        try (JdbcStorage storage = JdbcStorage.over(dataSource).migrate()) {
            assertEquals(List.of(), codes(storage));
        }
    }

    @Test
    void a_file_of_h2_that_writes_late_is_warned_of(@TempDir Path folder) throws SQLException {
        JdbcDataSource dataSource = H2Databases.onDisk(folder);

        try (JdbcStorage storage = JdbcStorage.over(dataSource).migrate()) {
            H2Databases.run(dataSource, "SET WRITE_DELAY 500");

            assertEquals(List.of("h2-write-delay", "h2-space-reuse"), codes(storage));
        }
    }

    @Test
    void a_database_in_memory_is_warned_of_and_stays_open_between_transactions() {
        try (JdbcStorage storage = JdbcStorage.over(H2Databases.inMemory()).migrate()) {
            storage.transact(unit -> {
                unit.state().write("cursor", "wall", "v1");
                return true;
            });

            assertEquals(
                    "v1",
                    storage.transact(unit -> unit.state().read("cursor", "wall"))
                            .orElseThrow());
            assertEquals(List.of("h2-in-memory"), codes(storage));
        }
    }

    @Test
    void missing_and_older_tables_are_told() throws SQLException {
        JdbcDataSource dataSource = H2Databases.inMemory();
        try (JdbcStorage storage = JdbcStorage.over(dataSource)) {
            assertEquals(List.of("h2-in-memory", "tables-missing"), codes(storage));

            storage.migrate();
            H2Databases.run(dataSource, "DROP TABLE person_access");
            H2Databases.run(dataSource, "DROP INDEX post_by_signal");
            H2Databases.run(
                    dataSource, "INSERT INTO otklik_migration (version, name, checksum) VALUES (99, 'V099', 'x')");

            assertEquals(List.of("h2-in-memory", "tables-older", "tables-newer", "indexes-missing"), codes(storage));
            assertTrue(storage.warnings().get(1).message().contains("V002__search_archive_access"));
            assertTrue(storage.warnings().get(3).message().contains("post_by_signal"));
        }
    }

    @Test
    void a_clock_that_differs_from_the_database_is_told_either_way() {
        try (JdbcStorage storage = JdbcStorage.over(H2Databases.inMemory()).migrate()) {
            Instant now = storage.leaseClock().instant();

            assertEquals(List.of("h2-in-memory"), codes(storage.warnings(storage.leaseClock())));
            assertEquals(List.of("h2-in-memory", "clock-skew"), codes(storage.warnings(() -> now.minusSeconds(3600))));
            assertEquals(List.of("h2-in-memory", "clock-skew"), codes(storage.warnings(() -> now.plusSeconds(3600))));
        }
    }

    @Test
    void every_warning_says_what_to_do_in_both_languages() throws IOException {
        Properties english = new Properties();
        try (InputStream texts = StorageWarning.class.getResourceAsStream("warnings.properties")) {
            english.load(new InputStreamReader(texts, StandardCharsets.UTF_8));
        }

        assertTrue(english.size() > 15);
        for (String code : english.stringPropertyNames()) {
            StorageWarning warning = new StorageWarning(code, "<what>");
            assertTrue(warning.message().length() > 50, code);
            assertTrue(warning.message(Locale.forLanguageTag("ru")).matches("(?s).*[а-я]{5}.*"), code);
            assertEquals(
                    warning.message().contains("<what>"),
                    warning.message(Locale.forLanguageTag("ru-RU")).contains("<what>"),
                    code);
        }
    }

    @Test
    void stale_work_is_done_three_times_and_leaves_nothing() {
        AtomicInteger attempts = new AtomicInteger();
        try (JdbcStorage storage = JdbcStorage.over(H2Databases.inMemory()).migrate()) {
            assertThrows(
                    StaleVersionException.class,
                    () -> storage.transact(unit -> {
                        unit.state().write("cursor", "wall", "v" + attempts.incrementAndGet());
                        throw new StaleVersionException("incident on purpose", 1);
                    }));

            assertEquals(3, attempts.get());
            assertTrue(storage.transact(unit -> unit.state().read("cursor", "wall"))
                    .isEmpty());
        }
    }

    @Test
    void work_that_hides_a_failed_statement_is_not_committed() {
        try (JdbcStorage storage = JdbcStorage.over(H2Databases.inMemory()).migrate()) {
            StorageException failure = assertThrows(
                    StorageException.class,
                    () -> storage.transact(unit -> {
                        unit.state().write("cursor", "wall", "v1");
                        assertThrows(
                                StorageException.class,
                                () -> unit.state().compareAndSet("x".repeat(101), "wall", Optional.empty(), "v1"));
                        return true;
                    }));

            assertTrue(failure.getMessage().contains("after a statement had failed"), failure.getMessage());
            assertTrue(storage.transact(unit -> unit.state().read("cursor", "wall"))
                    .isEmpty());
        }
    }

    @Test
    void a_data_source_without_a_database_says_what_to_check() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:absent;IFEXISTS=TRUE");

        StorageException failure = assertThrows(StorageException.class, () -> JdbcStorage.over(dataSource));

        assertTrue(failure.getMessage().startsWith("The data source gives no usable connection"));
    }
}
