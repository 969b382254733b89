package org.otklik.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the settings of a PostgreSQL server, as they hold for the role that asks; for one thread. */
final class PostgresSettings {

    private static final Set<String> UNSAFE_COMMITS = Set.of("off", "local");

    private final Connection connection;
    private final List<StorageWarning> found = new ArrayList<>();

    PostgresSettings(Connection connection) {
        this.connection = connection;
    }

    List<StorageWarning> warnings() throws SQLException {
        readDurability();
        readUpkeep();
        readEncoding();
        readTransactions();
        return List.copyOf(found);
    }

    private void readDurability() throws SQLException {
        if (UNSAFE_COMMITS.contains(setting("synchronous_commit"))) {
            found.add(new StorageWarning("synchronous-commit-off"));
        }
        if (setting("fsync").equals("off")) {
            found.add(new StorageWarning("fsync-off"));
        }
        if (setting("full_page_writes").equals("off")) {
            found.add(new StorageWarning("full-page-writes-off"));
        }
    }

    /** Queues empty and fill again, and a plan of when one was empty is kept until somebody analyses it. */
    private void readUpkeep() throws SQLException {
        if (setting("autovacuum").equals("off") || setting("track_counts").equals("off")) {
            found.add(new StorageWarning("autovacuum-off"));
        }
    }

    private void readEncoding() throws SQLException {
        String encoding = setting("server_encoding");
        if (!encoding.equals("UTF8")) {
            found.add(new StorageWarning("encoding-not-utf8", encoding));
        }
    }

    private void readTransactions() throws SQLException {
        String isolation = setting("default_transaction_isolation");
        if (!isolation.equals("read committed")) {
            found.add(new StorageWarning("isolation-default", isolation));
        }
        if (ask("SELECT pg_is_in_recovery()").equals("t")) {
            found.add(new StorageWarning("standby"));
        } else if (setting("default_transaction_read_only").equals("on")) {
            found.add(new StorageWarning("read-only"));
        }
    }

    private String setting(String name) throws SQLException {
        return ask("SELECT current_setting(?)", name);
    }

    private String ask(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
