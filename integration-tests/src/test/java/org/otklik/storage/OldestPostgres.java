package org.otklik.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The oldest PostgreSQL that the storage promises to run on, from binaries that the build laid beside the tests. */
final class OldestPostgres {

    private static final Path FOLDER = Path.of("target", "postgres-12");

    private OldestPostgres() {}

    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();
    }

    /** Tells whether the build found binaries of it for this machine. */
    static boolean isThere() {
        return Files.isDirectory(FOLDER);
    }

    static EmbeddedPostgres server() {
        return Running.SERVER;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("synchronous_commit", "on")
                    .setPgBinaryResolver((system, machine) -> Files.newInputStream(unpacked()))
                    .start();
        } catch (IOException failure) {
            throw new IllegalStateException("PostgreSQL 12 did not start", failure);
        }
    }

    /** Zonky wants the archive within the jar. */
    private static Path unpacked() throws IOException {
        Path archive = FOLDER.resolve("postgres.txz");
        if (!Files.exists(archive)) {
            Path part = Files.createTempFile(FOLDER, "postgres", ".part");
            try (ZipFile jar = new ZipFile(jar().toFile())) {
                var entry = jar.stream()
                        .filter(one -> one.getName().endsWith(".txz"))
                        .findFirst()
                        .orElseThrow();
                Files.write(part, jar.getInputStream(entry).readAllBytes());
            }
            Files.move(part, archive, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return archive;
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).toList();
            return jars.get(0);
        }
    }
}
