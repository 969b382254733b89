package org.otklik.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the database is full for a while; only where this process may mount a file system in memory. */
@Tag("chaos")
class FullDiskTest {

    private static final byte[] CHUNK = new byte[64 * 1024];

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void new_work_is_refused_loudly_nothing_is_lost_and_work_goes_on_by_itself() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                Server.isRoot() && run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", disk.toString()) == 0,
                "A file system in memory cannot be mounted here.");
        try {
            play(disk);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private void play(Path disk) throws Exception {
        FakeNetwork network = new FakeNetwork(Proof.READ_BACK, false, 1);
        try (WiredCluster wired = WiredCluster.over(folder, disk.resolve("data"), network, 1, 150)) {
            Cluster cluster = wired.cluster;
            cluster.startWorkers(2, Worker.ownClassPath());
            cluster.load.start();
            Cluster.await("something is approved", () -> cluster.load.approved().size() > 3);
            int failed = cluster.load.failedCommands();
            Path filler = disk.resolve("filler");
            fill(filler);
            Cluster.await("commands are refused", () -> {
                refill(filler);
                return cluster.load.failedCommands() > failed + 3;
            });

            Files.delete(filler);
            wired.server.startUnlessRunning();
            cluster.drain();

            List<String> wrongs = cluster.check();
            System.out.println(cluster.row("full disk", wrongs));
            assertEquals(List.of(), wrongs);
            assertTrue(cluster.load.failedCommands() > failed);
        }
    }

    private static void refill(Path filler) {
        try {
            fill(filler);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes until no byte fits any more. */
    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int i = 0; i < 4_000; i++) {
                out.write(CHUNK);
            }
            throw new IllegalStateException(filler + " fits on the disk");
        } catch (IOException full) {
            assertTrue(Files.size(filler) > 0, full::toString);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        process.waitFor(20, TimeUnit.SECONDS);
        return process.exitValue();
    }
}
