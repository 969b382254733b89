package org.otklik.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A database is set back to a copy from before its replies were sent. The desks are stopped meanwhile: they remember what
 * they have stored.
 */
@Tag("chaos")
class RestoredBackupTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"KEY", "READ_BACK"})
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void what_was_published_after_the_copy_stands_there_once(Proof proof) throws Exception {
        try (WiredCluster wired = WiredCluster.in(folder, new FakeNetwork(proof, false, 1), 1, 30)) {
            Cluster cluster = wired.cluster;
            cluster.publish(false);
            cluster.startWorkers(2, Worker.ownClassPath());
            cluster.load.start();
            Cluster.await("many replies are approved", () -> {
                cluster.load.command(cluster.workers.get(0), "all");
                return cluster.load.approved().size() >= 12;
            });
            wired.server.copyTo(folder.resolve("backup"));
            cluster.publish(true);
            Cluster.await(
                    "many replies are sent", () -> cluster.network.copies().size() >= 8);
            int sent = cluster.network.copies().size();

            int doubted = cluster.restore(wired.server, folder.resolve("backup"));
            cluster.awaitReady();
            cluster.drain();

            List<String> wrongs = cluster.check();
            System.out.println(cluster.row("restored after " + sent + " replies, doubted " + doubted, wrongs));
            assertEquals(List.of(), wrongs);
            assertTrue(
                    proof == Proof.KEY
                            ? cluster.network.attempts()
                                    > cluster.network.copies().size()
                            : doubted > 0);
        }
    }
}
