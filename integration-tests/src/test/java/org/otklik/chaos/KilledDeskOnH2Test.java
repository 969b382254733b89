package org.otklik.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A desk over a file of H2 is killed again and again under load. */
@Tag("chaos")
class KilledDeskOnH2Test {

    private static final int KILLS = 6;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void nothing_acknowledged_is_lost_and_nothing_is_said_twice() throws Exception {
        try (Cluster cluster = new Cluster(
                folder,
                Cluster.Database.of("jdbc:h2:file:" + folder.resolve("otklik")),
                new FakeNetwork(Proof.READ_BACK, false, 1),
                1,
                80)) {
            cluster.startWorkers(1, Worker.ownClassPath());
            cluster.load.start();
            Worker worker = cluster.workers.get(0);
            for (int kill = 0; kill < KILLS; kill++) {
                int commands = cluster.load.commands() - cluster.load.failedCommands();
                Cluster.await(
                        "it works again",
                        () -> cluster.load.commands() - cluster.load.failedCommands() > commands + 15);
                worker.kill();
                worker.start();
            }
            cluster.awaitReady();
            cluster.drain();

            List<String> wrongs = cluster.check();
            System.out.println(cluster.row("killed " + KILLS + " times on H2", wrongs));
            assertEquals(List.of(), wrongs);
        }
    }
}
