package org.otklik.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of its own whose data directory is copied while it stands still: the plainest backup. */
public final class BackedUpPostgres implements AutoCloseable {

    private final Path folder;
    private EmbeddedPostgres server;

    /**
     * Starts over a data directory, new or restored.
     *
     * @param folder which
     */
    public BackedUpPostgres(Path folder) {
        this.folder = folder;
        this.server = start(folder);
    }

    private static EmbeddedPostgres start(Path folder) {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("synchronous_commit", "on")
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Gives a way to the database as it runs now.
     *
     * @return a new data source
     */
    public DataSource database() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(server.getJdbcUrl("postgres", "postgres"));
        return dataSource;
    }

    /**
     * Stops, copies the data directory and starts again.
     *
     * @param copy where to
     */
    public void backUp(Path copy) {
        close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(folder.relativize(file)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server = start(folder);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
