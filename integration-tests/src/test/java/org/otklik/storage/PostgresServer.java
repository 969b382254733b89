package org.otklik.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL server for the whole run of tests, started when first needed; each test gets a schema of its own. */
public final class PostgresServer {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private PostgresServer() {}

    private static final class Running {
        // Zonky switches it off by default, which loses acknowledged commits.
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                assertDurable(server);
                return server;
            } catch (IOException | SQLException failure) {
                throw new IllegalStateException("PostgreSQL did not start", failure);
            }
        }

        private static void assertDurable(EmbeddedPostgres server) throws SQLException {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SHOW synchronous_commit")) {
                rows.next();
                if (!rows.getString(1).equals("on")) {
                    throw new IllegalStateException("synchronous_commit is " + rows.getString(1) + ", not on");
                }
            }
        }
    }

    /** Gives the server itself, for tests that need more of it than a schema. */
    static EmbeddedPostgres server() {
        return Running.SERVER;
    }

    /** Returns what a pool makes connections to a schema from. */
    public static PGConnectionPoolDataSource pooled(PGSimpleDataSource schema) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setServerNames(schema.getServerNames());
        source.setPortNumbers(schema.getPortNumbers());
        source.setDatabaseName(schema.getDatabaseName());
        source.setUser("postgres");
        source.setCurrentSchema(schema.getCurrentSchema());
        return source;
    }

    /** Returns a data source over a new, empty schema. */
    public static PGSimpleDataSource newSchema() {
        String schema = "otklik_" + SCHEMAS.incrementAndGet();
        PGSimpleDataSource dataSource = dataSource();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException failure) {
            throw new IllegalStateException("Schema " + schema + " could not be created", failure);
        }
        dataSource.setCurrentSchema(schema);
        return dataSource;
    }

    /** Drops a schema with all that is in it. */
    public static void drop(PGSimpleDataSource schema) {
        try (Connection connection = schema.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA " + schema.getCurrentSchema() + " CASCADE");
        } catch (SQLException failure) {
            throw new IllegalStateException("Schema " + schema.getCurrentSchema() + " could not be dropped", failure);
        }
    }

    private static PGSimpleDataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(Running.SERVER.getJdbcUrl("postgres", "postgres"));
        return dataSource;
    }
}
