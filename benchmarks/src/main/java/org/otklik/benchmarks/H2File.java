package org.otklik.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.otklik.storage.jdbc.JdbcStorage;

/** A fresh H2 database in a file, with the settings a host would use. */
final class H2File implements AutoCloseable {

    private final Path folder;
    private final JdbcConnectionPool pool;
    private final JdbcStorage storage;

    H2File(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.toAbsolutePath().resolve("desk"), "sa", "");
        storage = JdbcStorage.over(pool).migrate();
    }

    JdbcStorage storage() {
        return storage;
    }

    long bytes() throws IOException {
        return Files.size(folder.resolve("desk.mv.db"));
    }

    /** Counts the rows of a table, to see that everything arrived. */
    long count(String table) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() {
        storage.close();
        pool.dispose();
    }
}
