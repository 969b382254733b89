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
 * A database is set back to a copy from before its replies were sent. The desks are stopped meanwhile: they remember what
 * they have stored.
 */
@Tag("chaos")
class RestoredBackupTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void what_was_published_after_the_copy_is_sent_again_with_its_key_and_stands_there_once() throws Exception {
        try (Server server = Server.create(folder.resolve("data"));
                Proxy proxy = new Proxy(server.port());
                Cluster cluster = new Cluster(
                        folder,
                        Cluster.Database.of(server, proxy),
                        Proof.KEY,
                        new FakeNetwork(Proof.KEY, false, 1),
                        1,
                        30)) {
            cluster.publish(false);
            cluster.startWorkers(2, Worker.ownClassPath());
            cluster.load.start();
            Cluster.await(
                    "many replies are approved", () -> cluster.load.approved().size() >= 12);
            server.copyTo(folder.resolve("backup"));
            cluster.publish(true);
            Cluster.await(
                    "many replies are sent", () -> cluster.network.copies().size() >= 8);
            int sent = cluster.network.copies().size();

            for (Worker worker : cluster.workers) {
                worker.kill();
            }
            cluster.load.forget();
            server.restore(folder.resolve("backup"));
            cluster.publish(true);
            for (Worker worker : cluster.workers) {
                worker.start();
            }
            cluster.awaitReady();
            cluster.drain();

            List<String> wrongs = cluster.check();
            System.out.println(cluster.row("restored after " + sent + " replies", wrongs));
            assertEquals(List.of(), wrongs);
            assertTrue(cluster.network.attempts() > cluster.network.copies().size());
        }
    }
}
