package org.otklik.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
        return storage.warnings().stream().map(StorageWarning::code).toList();
    }

    @Test
    void a_file_of_h2_is_made_to_write_each_commit_before_it_returns(@TempDir Path folder) throws SQLException {
        JdbcDataSource dataSource = H2Databases.onDisk(folder);

        try (JdbcStorage storage = JdbcStorage.over(dataSource)) {
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

        try (JdbcStorage storage = JdbcStorage.over(dataSource)) {
            assertEquals(List.of(), codes(storage));
        }
    }

    @Test
    void a_file_of_h2_that_writes_late_is_warned_of(@TempDir Path folder) throws SQLException {
        JdbcDataSource dataSource = H2Databases.onDisk(folder);

        try (JdbcStorage storage = JdbcStorage.over(dataSource)) {
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
