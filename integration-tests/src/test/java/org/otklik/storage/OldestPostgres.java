package org.otklik.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The oldest PostgreSQL that the storage promises to run on, from binaries that the build laid beside the tests. */
final class OldestPostgres {

    private static final Path BINARIES = Path.of("target", "postgres-oldest", "binaries.jar");

    private OldestPostgres() {}

    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();
    }

    /** Tells whether the build found binaries of it for this machine. */
    static boolean isThere() {
        return Files.exists(BINARIES);
    }

    static EmbeddedPostgres server() {
        return Running.SERVER;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("synchronous_commit", "on")
                    .setPgBinaryResolver((system, machine) -> archive())
                    .start();
        } catch (IOException failure) {
            throw new IllegalStateException("The oldest PostgreSQL did not start", failure);
        }
    }

    /** Zonky wants the archive within the jar. */
    private static InputStream archive() throws IOException {
        try (ZipFile jar = new ZipFile(BINARIES.toFile())) {
            ZipEntry archive = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            return new ByteArrayInputStream(jar.getInputStream(archive).readAllBytes());
        }
    }
}
