package org.otklik.benchmarks.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.otklik.storage.jdbc.JdbcStorage;

/**
 * An H2 database in a file of its own, which goes when it is closed.
 *
 * @param folder where it lies
 * @param pool of connections to it
 */
record H2Pool(Path folder, JdbcConnectionPool pool) implements AutoCloseable {

    static H2Pool open() throws IOException {
        Path folder = Files.createTempDirectory("otklik-h2-");
        return new H2Pool(folder, JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("desk"), "sa", ""));
    }

    JdbcStorage storage() {
        return JdbcStorage.over(pool).migrate();
    }

    @Override
    public void close() throws IOException {
        pool.dispose();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
