package org.otklik.storage.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.StorageException;
import org.otklik.spi.storage.UnitOfWork;

/**
 * A storage in H2 2.x or PostgreSQL 12 to 18, over the host's data source; thread-safe.
 *
 * <p>Every transaction takes one connection from the data source and gives it back, so a pool in front of PostgreSQL
 * pays off; the storage brings none. There are no locks of the session and nothing listens, so a pooler that hands out
 * connections by transaction will do (with {@code prepareThreshold=0}, if it does not know prepared statements).
 *
 * <p>On PostgreSQL transactions of several threads that commit at the same time are written together over one of their
 * connections and share one commit. So all connections must lead to the same database as the same user: a data source that
 * chooses either by the thread needs a storage for each.
 *
 * <p>On PostgreSQL a commit is as durable as {@code synchronous_commit} makes it. On H2 in a file the storage sets
 * {@code WRITE_DELAY 0} and {@code RETENTION_TIME 86400000}, a day: by default H2 writes a commit up to half a second
 * after it returned, and a process that is killed then loses it (measured: some hundred commits each time); and it
 * writes new pages over those of 45 seconds ago, by which a killed process may lose its last few commits too (measured:
 * one to five, in half the kills). The retention only puts that off until the file holds pages of a day ago; with
 * {@code ;REUSE_SPACE=FALSE} in the address H2 never writes over its pages (none lost), and the file grows until
 * {@code SHUTDOWN DEFRAG}. Settings last while the database is open, so on H2 the storage keeps one connection until
 * {@link #close()}. With an H2 server, or a user who is no administrator of the database, put
 * {@code ;WRITE_DELAY=0;RETENTION_TIME=86400000} into the address as well. H2 hands its writes to the operating system
 * without waiting for the disk, so a power cut may still cost the last moments; where that matters, use PostgreSQL.
 * {@link #warnings()} tells what weakens a given database.
 */
public final class JdbcStorage implements Storage {

    private static final int ATTEMPTS = 3;
    private static final long MOST_SKEW_SECONDS = 5;

    private final Connections connections;
    private final Keeper keeper;
    private final JointCommits commits = new JointCommits();

    private JdbcStorage(Connections connections) {
        this.connections = connections;
        this.keeper = new Keeper(connections);
        keeper.ensure();
    }

    /**
     * Returns a storage over a data source; connects once to see which database it is.
     *
     * <p>It changes no tables: call {@link #migrate()} for that.
     *
     * @param dataSource the host's, which stays the host's to close
     * @return the storage
     * @throws StorageException if there is no connection, or the database is neither H2 nor PostgreSQL
     */
    public static JdbcStorage over(DataSource dataSource) {
        return new JdbcStorage(Connections.to(Objects.requireNonNull(dataSource, "dataSource")));
    }

    /**
     * Returns a storage over a database that does not say by its name what it is, such as a relative of PostgreSQL, or
     * PostgreSQL through a driver of another vendor; connects once.
     *
     * @param dataSource the host's, which stays the host's to close
     * @param product as which database to talk to it; its version is not asked for
     * @return the storage
     * @throws StorageException if there is no connection
     */
    public static JdbcStorage over(DataSource dataSource, Product product) {
        Objects.requireNonNull(product, "product");
        return new JdbcStorage(Connections.to(Objects.requireNonNull(dataSource, "dataSource"), product));
    }

    /**
     * Creates the tables, or brings them up to date; where they are it only reads, so that a role without the right to
     * change tables may call it. Several nodes may call it at once on PostgreSQL.
     *
     * <p>Flyway and Liquibase run the same scripts (the folder of a product beside this class; for Liquibase there is a
     * {@code changelog.xml}). What they made is taken over; from then on go on with one of the ways only.
     *
     * @return this storage
     * @throws StorageException if the user of the database may not, or the tables are of a newer release; nodes of this
     *     release that do not migrate go on with such tables
     */
    public JdbcStorage migrate() {
        keeper.ensure();
        connections.inTransaction(
                "Creating or changing the tables", connection -> new Migrator(connection, connections.dialect()).run());
        return this;
    }

    /**
     * Moves the oldest events into the archive, one bounded step: call it again until it moves none. Nothing changes for
     * readers: streams, the order of all events and their chain of hashes go on over both. The newest event always stays.
     *
     * <p>On PostgreSQL each year is a partition {@code event_history_2026} of its own, made when it is first needed, so
     * this is asked as the owner of the tables. Events are archived strictly in their order: an event of a later date
     * keeps those behind it from being moved, whatever their own date is.
     *
     * @param before events that happened before; at least 30 days ago by the clock of the database, since incidents whose
     *     answer is due within the 30 days of the law read their events
     * @param limit how many events at the most, 1 or more
     * @return how many were moved
     * @throws IllegalArgumentException if {@code before} is later
     * @throws StorageException if the user of the database may not create tables
     */
    public int archive(Instant before, int limit) {
        keeper.ensure();
        return connections.inTransaction("Archiving events", connection -> {
            connections.dialect().lockForMigration(connection);
            Session session = new Session(connection, connections.dialect(), commits, false);
            try {
                JdbcHistory history = new JdbcHistory(session);
                history.requireOldEnough(before);
                return history.takeOlderThan(before, limit);
            } finally {
                session.closeStatements();
            }
        });
    }

    /**
     * Returns the SQL that {@link #migrate()} runs, for hosts whose administrators create tables themselves.
     *
     * @param product for which database
     * @return a script; after it {@link #migrate()} finds nothing to do
     */
    public static String schema(Product product) {
        String migrations = Migration.all(Dialects.of(product)).stream()
                .map(migration -> "-- " + migration.name() + "\n" + migration.script() + "\n"
                        + "INSERT INTO otklik_migration (version, name, checksum) VALUES (" + migration.version()
                        + ", '" + migration.name() + "', '" + migration.checksum() + "');\n")
                .collect(Collectors.joining("\n"));
        return Migrator.VERSION_TABLE + ";\n\n" + migrations;
    }

    /**
     * Checks the database for settings under which the storage cannot keep what it promises, for missing or older tables,
     * missing indexes and, on PostgreSQL, missing rights. Changes nothing.
     *
     * @return what to change; empty if all is well
     */
    public List<StorageWarning> warnings() {
        return connections.plainly(
                "Reading the settings of the database",
                connection -> new Doctor(connection, connections.dialect()).warnings());
    }

    /**
     * Does what {@link #warnings()} does, and compares the clock of this node with the database's.
     *
     * @param nodeClock the clock that the desk is built with
     * @return what to change; empty if all is well
     */
    public List<StorageWarning> warnings(InstantSource nodeClock) {
        List<StorageWarning> found = new ArrayList<>(warnings());
        Instant before = nodeClock.instant();
        Instant there = leaseClock().instant();
        Instant after = nodeClock.instant();
        long ahead = Duration.between(after, there).toSeconds();
        long behind = Duration.between(there, before).toSeconds();
        long seconds = Math.max(ahead, behind);
        if (seconds > MOST_SKEW_SECONDS) {
            found.add(new StorageWarning("clock-skew", Long.toString(seconds)));
        }
        return List.copyOf(found);
    }

    @Override
    public <T> T transact(Function<UnitOfWork, T> work) {
        Objects.requireNonNull(work, "work");
        for (int attempt = 1; ; attempt++) {
            keeper.ensure();
            boolean isFirst = attempt == 1;
            try {
                return connections.work("A transaction", connection -> attempt(connection, work, isFirst));
            } catch (StaleVersionException | RetriableException failure) {
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private <T> T attempt(Connection connection, Function<UnitOfWork, T> work, boolean isFirst) throws SQLException {
        Session session = new Session(connection, connections.dialect(), commits, isFirst);
        try {
            JdbcUnitOfWork unit = new JdbcUnitOfWork(session);
            T result = work.apply(unit);
            unit.flush();
            if (session.hasFailed()) {
                throw new StorageException("The work went on after a statement had failed; nothing was changed. Let"
                        + " the exception of the storage through.");
            }
            session.finish();
            return result;
        } catch (StaleVersionException lost) {
            endWithoutRollback(connection, session);
            throw lost;
        } finally {
            session.closeStatements();
        }
    }

    /** What lost its race before it wrote anything has nothing to take back, and on H2 must not try. */
    private void endWithoutRollback(Connection connection, Session session) throws SQLException {
        if (connections.dialect().rollbackUndoesOthers() && !session.hasWritten() && !session.hasFailed()) {
            connection.commit();
        }
    }

    /**
     * Returns the clock of the database; each reading asks it.
     *
     * @return the clock of leases, in microseconds
     */
    @Override
    public InstantSource leaseClock() {
        String question = "SELECT " + connections.dialect().now();
        return () ->
                connections.plainly("Reading the clock of the database", connection -> clock(connection, question));
    }

    private static Instant clock(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    @Override
    public void close() {
        keeper.close();
    }
}
