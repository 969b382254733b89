package org.otklik.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.otklik.spi.storage.Storage;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.tck.StorageUnderTest;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database as a careful administrator gives it: the schema, whose name needs quotes, belongs to one role, which
 * migrates; the desk runs as another, which may change no table; between them and the server stands a pooler of
 * transactions, for which the driver prepares nothing on the server.
 */
final class GuardedPostgres implements StorageUnderTest {

    /** What docs/how-to/run-on-postgresql.md tells to grant. */
    static final List<String> GRANTS = List.of(
            "GRANT USAGE ON SCHEMA %s TO otklik_desk",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %s TO otklik_desk",
            "REVOKE INSERT, UPDATE, DELETE ON %s.otklik_migration FROM otklik_desk",
            "REVOKE UPDATE, DELETE ON %s.person_access, %1$s.event FROM otklik_desk");

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final int CONNECTIONS = 10;

    private final EmbeddedPostgres server;
    private final String schema = "Отклик \"" + SCHEMAS.incrementAndGet() + "\", v";
    private TransactionPooler pooler;
    private JdbcStorage storage;

    GuardedPostgres(EmbeddedPostgres server) {
        this.server = server;
        createRoles(server);
        run(as("postgres"), "CREATE SCHEMA " + quoted() + " AUTHORIZATION otklik_owner");
    }

    private static synchronized void createRoles(EmbeddedPostgres server) {
        PGSimpleDataSource administrator = new PGSimpleDataSource();
        administrator.setUrl(server.getJdbcUrl("postgres", "postgres"));
        for (String role : List.of("otklik_owner", "otklik_desk")) {
            run(
                    administrator,
                    "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '" + role
                            + "') THEN CREATE ROLE " + role + " LOGIN; END IF; END $$");
        }
    }

    String quoted() {
        return '"' + schema.replace("\"", "\"\"") + '"';
    }

    /** Gives a direct way to the schema for a role. */
    PGSimpleDataSource as(String role) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(server.getJdbcUrl(role, "postgres"));
        dataSource.setCurrentSchema(quoted());
        dataSource.setPrepareThreshold(0);
        return dataSource;
    }

    @Override
    public Storage open() {
        JdbcStorage.over(as("otklik_owner")).migrate();
        for (String grant : GRANTS) {
            run(as("otklik_owner"), String.format(grant, quoted()));
        }
        pooler = new TransactionPooler(as("otklik_desk"), CONNECTIONS);
        return connect();
    }

    private Storage connect() {
        storage = JdbcStorage.over(pooler).migrate();
        return storage;
    }

    @Override
    public Storage restart() {
        storage.close();
        return connect();
    }

    @Override
    public void close() {
        storage.close();
        pooler.close();
        run(as("postgres"), "DROP SCHEMA " + quoted() + " CASCADE");
    }

    static void run(PGSimpleDataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql + " failed", failure);
        }
    }
}
