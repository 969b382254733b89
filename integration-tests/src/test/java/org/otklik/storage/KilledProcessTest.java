package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.storage.jdbc.JdbcStorage;

/** Kills a process that writes to H2 on disk; what it said was committed must be there. */
class KilledProcessTest {

    private static final int COMMITS_BEFORE_KILL = 100;

    @Test
    void a_killed_process_loses_nothing_that_was_committed_on_h2(@TempDir Path folder) throws Exception {
        for (int kill = 0; kill < 3; kill++) {
            long acknowledged = lastOf(killAfterSomeCommits(folder));

            long stored = read(folder);

            assertTrue(stored >= acknowledged, "stored " + stored + ", acknowledged " + acknowledged);
        }
    }

    private static List<String> killAfterSomeCommits(Path folder) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines = writer.inputReader()) {
            while (acknowledged.size() < COMMITS_BEFORE_KILL) {
                String line = lines.readLine();
                if (line == null) {
                    throw new IllegalStateException("The writer ended by itself after " + acknowledged);
                }
                acknowledged.add(line);
            }
            writer.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    private static long lastOf(List<String> acknowledged) {
        return Long.parseLong(acknowledged.get(acknowledged.size() - 1));
    }

    private static long read(Path folder) {
        try (JdbcStorage storage = JdbcStorage.over(Databases.h2At(folder))) {
            return storage.transact(KilledWriter::last);
        }
    }
}
