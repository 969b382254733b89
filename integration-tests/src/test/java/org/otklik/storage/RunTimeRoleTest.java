package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.StorageException;
import org.otklik.storage.jdbc.JdbcStorage;
import org.postgresql.ds.PGSimpleDataSource;

/** What the role of the desk may and may not, and that the pooler of the kit really forgets; the kit itself runs so. */
class RunTimeRoleTest {

    private final GuardedPostgres database = new GuardedPostgres(PostgresServer.server());
    private final Storage storage = database.open();

    @AfterEach
    void drop() {
        database.close();
    }

    private static void refused(PGSimpleDataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            SQLException failure = assertThrows(SQLException.class, () -> statement.execute(sql), sql);

            assertEquals("42501", failure.getSQLState(), sql);
        }
    }

    @Test
    void the_role_of_the_desk_may_change_no_table_and_no_event() throws SQLException {
        PGSimpleDataSource desk = database.as("otklik_desk");

        refused(desk, "CREATE TABLE other (id integer)");
        refused(desk, "ALTER TABLE post ADD COLUMN other text");
        refused(desk, "DROP TABLE post");
        refused(desk, "TRUNCATE post");
        refused(desk, "DELETE FROM event");
        refused(desk, "UPDATE event SET payload = ''");
        refused(desk, "DELETE FROM person_access");
    }

    @Test
    void a_role_that_may_not_migrate_is_told_who_must() {
        GuardedPostgres.run(database.as("otklik_owner"), "DROP TABLE person_access, event_history, otklik_migration");

        StorageException failure = assertThrows(
                StorageException.class,
                () -> JdbcStorage.over(database.as("otklik_desk")).migrate());

        assertTrue(failure.getMessage().contains("let the owner of the schema call"), failure.getMessage());
    }

    @Test
    void a_server_with_a_stricter_default_gives_the_next_client_what_it_had() throws SQLException {
        PGSimpleDataSource strict = database.as("otklik_desk");
        strict.setOptions("-c default_transaction_isolation=serializable");
        TransactionPooler pooler = new TransactionPooler(strict, 1);

        try (JdbcStorage behind = JdbcStorage.over(pooler)) {
            String level = behind.transact(unit -> {
                unit.state().write("cursor", "wall", "v1");
                return unit.state().read("cursor", "wall").orElseThrow();
            });

            assertEquals("v1", level);
            try (Connection next = pooler.getConnection()) {
                assertEquals(Connection.TRANSACTION_SERIALIZABLE, next.getTransactionIsolation());
            }
        } finally {
            pooler.close();
        }
    }

    @Test
    void the_pooler_refuses_what_needs_the_same_session_again() throws SQLException {
        TransactionPooler pooler = new TransactionPooler(database.as("otklik_desk"), 1);

        try (Connection client = pooler.getConnection()) {
            for (String sql : new String[] {
                "SET search_path TO other", "LISTEN otklik", "SELECT pg_advisory_lock(1)", "CREATE TEMP TABLE t (i int)"
            }) {
                assertThrows(SQLException.class, () -> client.prepareStatement(sql), sql);
            }
        } finally {
            pooler.close();
        }
        assertTrue(storage.transact(unit -> unit.state().readAll("cursor")).isEmpty());
    }
}
