package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.storage.jdbc.StorageWarning;
import org.postgresql.ds.PGSimpleDataSource;

/** What an administrator is told about a PostgreSQL that weakens the promises (P9, P22), on servers set up so. */
class DoctorTest {

    private final PGSimpleDataSource schema = PostgresServer.newSchema();

    @AfterEach
    void drop() {
        PostgresServer.drop(schema);
    }

    private static List<StorageWarning> warnings(PGSimpleDataSource database) {
        return JdbcStorage.over(database).warnings();
    }

    private static List<String> codes(List<StorageWarning> warnings) {
        return warnings.stream().map(StorageWarning::code).toList();
    }

    /** The server that the tests share runs without fsync, to be fast. */
    private static List<StorageWarning> apartFromTheSharedServer(List<StorageWarning> warnings) {
        return warnings.stream()
                .filter(warning -> !warning.code().equals("fsync-off"))
                .toList();
    }

    private static List<String> codes(PGSimpleDataSource database) {
        return codes(apartFromTheSharedServer(warnings(database)));
    }

    private PGSimpleDataSource with(String options) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(schema.getUrl());
        dataSource.setUser(schema.getUser());
        dataSource.setCurrentSchema(schema.getCurrentSchema());
        dataSource.setOptions(options);
        return dataSource;
    }

    @Test
    void a_database_as_it_should_be_is_not_warned_of() {
        assertEquals(List.of("tables-missing"), codes(schema));

        JdbcStorage.over(schema).migrate();

        assertEquals(List.of(), codes(schema));
    }

    @Test
    void settings_of_the_role_are_told() {
        JdbcStorage.over(schema).migrate();

        assertEquals(List.of("synchronous-commit-off"), codes(with("-c synchronous_commit=off")));
        assertEquals(List.of("isolation-default"), codes(with("-c default_transaction_isolation=serializable")));
        assertEquals(List.of("read-only"), codes(with("-c default_transaction_read_only=on")));
        assertEquals(List.of("autovacuum-off"), codes(with("-c track_counts=off")));
    }

    @Test
    void settings_of_the_server_are_told() throws IOException {
        try (EmbeddedPostgres careless = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                .start()) {
            PGSimpleDataSource administrator = new PGSimpleDataSource();
            administrator.setUrl(careless.getJdbcUrl("postgres", "postgres"));
            GuardedPostgres.run(administrator, "CREATE DATABASE old ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
            PGSimpleDataSource old = new PGSimpleDataSource();
            old.setUrl(careless.getJdbcUrl("postgres", "old"));

            assertEquals(
                    List.of(
                            "synchronous-commit-off",
                            "fsync-off",
                            "full-page-writes-off",
                            "autovacuum-off",
                            "encoding-not-utf8",
                            "tables-missing"),
                    codes(warnings(old)));
        }
    }

    @Test
    void missing_rights_and_indexes_are_told_by_name() {
        try (GuardedPostgres guarded = new GuardedPostgres(PostgresServer.server())) {
            guarded.open();
            assertEquals(List.of(), codes(guarded.as("otklik_desk")));
            GuardedPostgres.run(
                    guarded.as("otklik_owner"),
                    "REVOKE DELETE ON outbox FROM otklik_desk; DROP INDEX outbox_in_order;"
                            + " REVOKE INSERT ON person_access FROM otklik_desk");

            List<StorageWarning> warnings = apartFromTheSharedServer(warnings(guarded.as("otklik_desk")));

            assertEquals(List.of("indexes-missing", "privileges-missing"), codes(warnings));
            assertEquals("outbox_in_order", warnings.get(0).subject());
            assertEquals(
                    "DELETE on outbox, INSERT on person_access", warnings.get(1).subject());
            assertTrue(warnings.get(1).message().contains("DELETE on outbox"));
        }
    }
}
