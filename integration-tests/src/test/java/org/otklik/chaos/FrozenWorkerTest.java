package org.otklik.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worker that stands still for longer than its lease, as in a pause of its collector, when its reply was applied. */
@Tag("chaos")
class FrozenWorkerTest {

    @TempDir
    private Path folder;

    private final CountDownLatch frozen = new CountDownLatch(1);

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void another_takes_its_work_over_and_what_it_writes_when_it_wakes_up_is_refused() throws Exception {
        try (WiredCluster wired = WiredCluster.in(folder, new FakeNetwork(Proof.READ_BACK, true, 1), 1, 1)) {
            Cluster cluster = wired.cluster;
            cluster.startWorkers(1, Worker.ownClassPath());
            Worker sleeper = cluster.workers.get(0);
            cluster.network.beforeAnswer(() -> freeze(sleeper));
            cluster.load.start();
            frozen.await();
            sleeper.retire();
            cluster.add(Worker.ownClassPath());
            Cluster.await("another has taken it over and found the reply", cluster::hasSentRow);
            sleeper.signal("CONT");
            TimeUnit.SECONDS.sleep(3);

            cluster.drain();

            assertEquals(List.of(), cluster.check());
            assertEquals(1, cluster.network.copies().size());
        }
    }

    private void freeze(Worker sleeper) {
        if (frozen.getCount() > 0) {
            try {
                sleeper.signal("STOP");
            } catch (IOException | InterruptedException failure) {
                throw new UncheckedIOException(new IOException(failure));
            }
            frozen.countDown();
        }
    }
}
