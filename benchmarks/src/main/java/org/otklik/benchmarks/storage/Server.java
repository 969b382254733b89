package org.otklik.benchmarks.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.otklik.storage.jdbc.JdbcStorage;

/** A PostgreSQL server of its own for one benchmark, which commits durably; and how much of the processors it used. */
final class Server implements AutoCloseable {

    private static final long NANOS_PER_TICK = 10_000_000L;

    private final EmbeddedPostgres postgres;
    private int schemas;

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts a server; zonky switches durable commits off, so they are switched on and seen to be. */
    static Server start() throws IOException, SQLException {
        Server server = new Server(EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start());
        String commit = server.show("synchronous_commit");
        if (!commit.equals("on") || !server.show("fsync").equals("on")) {
            server.close();
            throw new IllegalStateException("The server does not commit durably: synchronous_commit is " + commit);
        }
        return server;
    }

    private String show(String setting) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Creates an empty schema and opens a pool of connections to it. */
    Schema newSchema(int connections) throws SQLException {
        String name = "s" + ++schemas;
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(connections);
        return new Schema(name, new HikariDataSource(config));
    }

    /**
     * A schema with a pool of connections.
     *
     * @param name of the schema
     * @param pool of connections to it
     */
    record Schema(String name, HikariDataSource pool) implements AutoCloseable {

        /** Opens a storage in it. */
        JdbcStorage storage() {
            return JdbcStorage.over(pool).migrate();
        }

        /** Runs statements that no benchmark measures. */
        void run(String... statements) throws SQLException {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }

        long count(String table) throws SQLException {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        }

        @Override
        public void close() throws SQLException {
            run("DROP SCHEMA " + name + " CASCADE");
            pool.close();
        }
    }

    /** Tells how much time of the processors the server used so far; 0 where /proc does not tell. */
    long cpuNanos() throws IOException {
        Path all = Path.of("/proc");
        if (!Files.isDirectory(all)) {
            return 0;
        }
        long postmaster = pid();
        long ticks = 0;
        try (Stream<Path> processes = Files.list(all)) {
            for (Path process : processes.toList()) {
                ticks += ticks(process.resolve("stat"), postmaster);
            }
        }
        return ticks * NANOS_PER_TICK;
    }

    private static long pid() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .mapToLong(ProcessHandle::pid)
                .min()
                .orElse(-1);
    }

    /** The time of a child of the postmaster, or of the postmaster itself with that of its ended children. */
    private static long ticks(Path stat, long postmaster) {
        try {
            String line = Files.readString(stat);
            List<String> fields =
                    List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
            long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
            boolean own = pid == postmaster;
            if (!own && Long.parseLong(fields.get(1)) != postmaster) {
                return 0;
            }
            long time = Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
            return own ? time + Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14)) : time;
        } catch (IOException | RuntimeException ended) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
