package org.otklik.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.spi.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables of a database up to date, inside a transaction of its caller. */
final class Migrator {

    static final String VERSION_TABLE = """
            CREATE TABLE IF NOT EXISTS otklik_migration (
                version integer NOT NULL PRIMARY KEY,
                name varchar(100) NOT NULL,
                checksum varchar(64) NOT NULL,
                applied_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
            )""";

    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
    private static final String APPLIED = "SELECT version, checksum FROM otklik_migration";
    private static final String RECORD = "INSERT INTO otklik_migration (version, name, checksum) VALUES (?, ?, ?)";

    private final Connection connection;
    private final Dialect dialect;

    Migrator(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * Applies what is missing; returns the version of the tables. Where nothing is missing it only reads, so that a
     * role which may change no table can call it too.
     */
    int run() throws SQLException {
        dialect.lockForMigration(connection);
        List<Migration> all = Migration.all(dialect);
        Map<Integer, String> applied = applied();
        refuseNewer(applied, all.size());
        for (Migration migration : all) {
            String checksum = applied.get(migration.version());
            if (checksum == null) {
                apply(migration);
            } else if (!checksum.equals(migration.checksum())) {
                throw new StorageException("Migration " + migration.name() + " was applied to this "
                        + dialect.product() + " database in another form; a released migration never changes. Use the"
                        + " release of Otklik that created the tables, or restore the database.");
            }
        }
        return all.size();
    }

    /** Reads which migrations are recorded, with their checksums; none where nothing was ever recorded. */
    Map<Integer, String> applied() throws SQLException {
        Map<Integer, String> applied = new TreeMap<>();
        if (!dialect.hasTable(connection, "otklik_migration")) {
            return applied;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(APPLIED)) {
            while (rows.next()) {
                applied.put(rows.getInt(1), rows.getString(2));
            }
        }
        return applied;
    }

    private void refuseNewer(Map<Integer, String> applied, int known) {
        applied.keySet().stream().filter(version -> version > known).findFirst().ifPresent(version -> {
            throw new StorageException("The tables of this " + dialect.product() + " database have version " + version
                    + ", this release of Otklik knows only " + known + ". Use the newer release; until then this one"
                    + " can go on, if it does not migrate.");
        });
    }

    private void apply(Migration migration) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(VERSION_TABLE);
            if (isThereAlready(migration)) {
                LOG.info("Found what {} creates, made by another tool; took it over", migration.name());
            } else {
                for (String one : migration.statements()) {
                    statement.execute(one);
                }
                LOG.info("Applied {} to {}", migration.name(), dialect.product());
            }
        }
        record(migration);
    }

    /**
     * Flyway, Liquibase and administrators run the same scripts and leave no record of ours. Where scripts can be run
     * twice they are; elsewhere one is there as a whole or not at all, and its last table tells.
     */
    private boolean isThereAlready(Migration migration) throws SQLException {
        return dialect.changesTablesInTransactions() && dialect.hasTable(connection, migration.lastTable());
    }

    private void record(Migration migration) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECORD)) {
            statement.setInt(1, migration.version());
            statement.setString(2, migration.name());
            statement.setString(3, migration.checksum());
            statement.executeUpdate();
        }
    }
}
