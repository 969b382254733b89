package org.otklik.examples.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder in which a day is kept.
 *
 * @param path the folder
 */
record DemoFolder(Path path) {

    static DemoFolder at(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the demo's folder " + path, e);
        }
        return new DemoFolder(path);
    }

    Path clock() {
        return path.resolve("clock.txt");
    }

    Path journal() {
        return path.resolve("networks.jsonl");
    }

    Path report() {
        return path.resolve("report.html");
    }

    /** A delay of writing would lose what was committed just before a kill. */
    String databaseUrl() {
        return "jdbc:h2:file:" + path.resolve("desk") + ";WRITE_DELAY=0";
    }

    /** Tells whether the last run was killed, and marks this one as running. */
    boolean markRunning() {
        try {
            boolean killed = Files.exists(running());
            Files.writeString(running(), "");
            return killed;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into the demo's folder " + path, e);
        }
    }

    void markEnded() {
        try {
            Files.deleteIfExists(running());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into the demo's folder " + path, e);
        }
    }

    private Path running() {
        return path.resolve("running");
    }
}
