package org.otklik.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers are replaced one by one under load. {@code -Dchaos.older=…} gives the class path of an older release, with
 * which the first ones run; without it they are of this one.
 */
@Tag("chaos")
class RollingUpgradeTest {

    private static final String OLDER = System.getProperty("chaos.older", Worker.ownClassPath());

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void no_command_fails_and_nothing_is_lost_or_doubled() throws Exception {
        boolean same = OLDER.equals(Worker.ownClassPath());
        System.out.println("chaos: upgrade from " + (same ? "this release: no older one was given" : OLDER));
        try (Server server = Server.create(folder.resolve("data"));
                Cluster cluster = new Cluster(
                        folder, Cluster.Database.of(server), new FakeNetwork(Proof.READ_BACK, false, 1), 1, 80)) {
            cluster.startWorkers(2, OLDER);
            cluster.load.start();
            for (Worker old : List.copyOf(cluster.workers)) {
                int commands = cluster.load.commands();
                Worker fresh = cluster.add(Worker.ownClassPath());
                Cluster.await("the new worker is ready", fresh::isReady);
                Cluster.await("both worked side by side", () -> cluster.load.commands() > commands + 20);
                old.retire();
                TimeUnit.SECONDS.sleep(3);
                old.end();
            }
            cluster.drain();

            List<String> wrongs = cluster.check();
            System.out.println(cluster.row("upgraded", wrongs));
            assertEquals(List.of(), wrongs);
            assertEquals(
                    List.of(),
                    cluster.workers.stream()
                            .flatMap(worker -> worker.failures().stream())
                            .toList());
            assertEquals(0, cluster.load.failedCommands());
            assertTrue(cluster.load.commands() > 40);
        }
    }
}
