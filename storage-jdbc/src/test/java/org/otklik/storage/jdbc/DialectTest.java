package org.otklik.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.spi.storage.StorageException;

class DialectTest {

    private final Dialect h2 = new H2Dialect();
    private final Dialect postgres = new PostgresDialect();

    @Test
    void h2_is_recognised_by_its_connection() throws SQLException {
        try (Connection connection = H2Databases.inMemory().getConnection()) {
            assertInstanceOf(H2Dialect.class, Dialects.of(connection));
        }
    }

    @Test
    void an_unknown_database_is_refused_by_name() {
        StorageException failure = assertThrows(StorageException.class, () -> Dialects.byName("MySQL"));

        assertTrue(failure.getMessage().contains("'MySQL'"), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "Postgres Pro Enterprise", "postgresql"})
    void postgresql_and_its_relatives_are_recognised_by_name(String product) {
        assertInstanceOf(PostgresDialect.class, Dialects.byName(product));
    }

    @Test
    void a_database_whose_name_says_nothing_is_taken_for_what_the_host_calls_it() {
        try (JdbcStorage storage =
                JdbcStorage.over(H2Databases.inMemory(), Product.H2).migrate()) {
            assertTrue(storage.transact(unit -> unit.state().read("cursor", "wall"))
                    .isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03"})
    void postgresql_is_asked_again_after_deadlocks_and_serialization_failures(String state) {
        StorageException failure = new SqlFailures(postgres).of("x", new SQLException("met", state));

        assertInstanceOf(RetriableException.class, failure);
    }

    @ParameterizedTest
    @ValueSource(ints = {40001, 50200, 90131})
    void h2_is_asked_again_after_deadlocks_and_lock_timeouts(int code) {
        StorageException failure = new SqlFailures(h2).of("x", new SQLException("met", "HYT00", code));

        assertInstanceOf(RetriableException.class, failure);
    }

    @Test
    void other_failures_say_what_failed_and_what_to_do() {
        StorageException failure =
                new SqlFailures(postgres).of("'SELECT 1 …'", new SQLException("relation is missing", "42P01"));

        assertFalse(failure instanceof RetriableException);
        assertTrue(failure.getMessage().startsWith("'SELECT 1 …' failed in PostgreSQL (SQLState 42P01)"));
        assertTrue(failure.getMessage().contains("migrate()"));
    }

    @Test
    void a_commit_whose_connection_broke_is_called_unknown() {
        StorageException failure = new SqlFailures(postgres).ofCommit(new SQLException("reset", "08006"));

        assertTrue(failure.getMessage().contains("unknown"), failure.getMessage());
    }

    @Test
    void postgresql_gets_no_numbered_parameters() {
        Dialect.Claim claim = new Dialect.Claim("id", "outbox", "id", "due_at <= ?1", "due_at, id", "?2");

        assertEquals(
                "SELECT id FROM outbox WHERE due_at <= ? ORDER BY due_at, id FETCH FIRST ? ROWS ONLY"
                        + " FOR UPDATE SKIP LOCKED",
                postgres.lockFirst(claim));
    }

    @Test
    void an_insert_of_the_absent_is_no_list_of_values_that_a_driver_could_rewrite() {
        assertEquals(
                "INSERT INTO lease (name, owner) SELECT ?, ? ON CONFLICT (name) DO NOTHING",
                postgres.insertIfAbsent(new Change.Absent("lease", List.of("name"), List.of("owner"))));
    }
}
