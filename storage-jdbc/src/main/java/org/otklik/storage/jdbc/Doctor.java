package org.otklik.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks whether a database has the tables, indexes and rights that the storage needs; changes nothing; for one thread. */
final class Doctor {

    private final Connection connection;
    private final Dialect dialect;
    private final List<Migration> all;
    private final List<StorageWarning> found = new ArrayList<>();

    Doctor(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
        this.all = Migration.all(dialect);
    }

    List<StorageWarning> warnings() throws SQLException {
        found.addAll(dialect.warnings(connection));
        if (!dialect.hasTable(connection, all.get(0).lastTable())) {
            found.add(new StorageWarning("tables-missing"));
            return List.copyOf(found);
        }
        List<Migration> present = present();
        lookForNewer();
        lookForIndexes(present);
        lookForRights(present);
        return List.copyOf(found);
    }

    private List<Migration> present() throws SQLException {
        List<Migration> present = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (Migration migration : all) {
            if (dialect.hasTable(connection, migration.lastTable())) {
                present.add(migration);
            } else {
                absent.add(migration.name());
            }
        }
        if (!absent.isEmpty()) {
            found.add(new StorageWarning("tables-older", String.join(", ", absent)));
        }
        return present;
    }

    private void lookForNewer() throws SQLException {
        Map<Integer, String> applied = new Migrator(connection, dialect).applied();
        applied.keySet().stream()
                .filter(version -> version > Migration.newest(all))
                .max(Integer::compare)
                .ifPresent(newest -> found.add(new StorageWarning("tables-newer", "V" + newest)));
    }

    private void lookForIndexes(List<Migration> present) throws SQLException {
        Set<String> missing = present.stream()
                .flatMap(migration -> migration.indexes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(names(dialect.readyIndexes()));
        if (!missing.isEmpty()) {
            found.add(new StorageWarning("indexes-missing", String.join(", ", missing)));
        }
    }

    private Set<String> names(String sql) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private void lookForRights(List<Migration> present) throws SQLException {
        List<String> missing = new ArrayList<>();
        for (Migration migration : present) {
            for (String table : migration.tables()) {
                missing.addAll(dialect.missingRights(connection, table));
            }
        }
        if (!missing.isEmpty()) {
            found.add(new StorageWarning("privileges-missing", String.join(", ", missing)));
        }
    }
}
