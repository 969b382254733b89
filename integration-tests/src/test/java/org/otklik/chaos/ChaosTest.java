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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Three workers, a server and a wire under a nemesis: nothing acknowledged is lost, nothing is said twice. {@code
 * -Dchaos.seed=…} chooses the dice, {@code -Dchaos.seconds=…} how long they roll.
 */
class ChaosTest {

    private static final long SEED = Long.getLong("chaos.seed", 42);
    private static final int SECONDS = Integer.getInteger("chaos.seconds", 60);
    private static final int SHORT_SECONDS = 8;
    private static final int FREEZE_MILLIS = 30_000;
    private static final int SHORT_FREEZE_MILLIS = 4_500;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void a_short_rage_loses_nothing_and_doubles_nothing() throws Exception {
        assertEquals(List.of(), play(Proof.READ_BACK, SHORT_SECONDS, 40, SHORT_FREEZE_MILLIS));
    }

    @Tag("chaos")
    @ParameterizedTest
    @EnumSource(names = {"KEY", "READ_BACK"})
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void a_long_rage_loses_nothing_and_doubles_nothing(Proof proof) throws Exception {
        assertEquals(List.of(), play(proof, SECONDS, 400, FREEZE_MILLIS));
    }

    /** The checker can see a copy: an adapter that lies about its network gets some. */
    @Tag("chaos")
    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void without_key_and_read_back_replies_are_doubled() throws Exception {
        List<String> wrongs = play(Proof.LIE, SECONDS, 400, FREEZE_MILLIS);

        assertTrue(wrongs.stream().anyMatch(wrong -> wrong.contains("has 2 copies")), () -> "only " + wrongs);
    }

    private List<String> play(Proof proof, int seconds, int posts, int freezeMillis) throws Exception {
        System.out.println("chaos: seed " + SEED + ", proof by " + proof + ", " + seconds + " s");
        try (WiredCluster wired = WiredCluster.in(folder, new FakeNetwork(proof, false, SEED), SEED, posts)) {
            Cluster cluster = wired.cluster;
            cluster.startWorkers(3, Worker.ownClassPath());
            cluster.load.start();
            Nemesis nemesis = new Nemesis(SEED, wired, folder.resolve("backup"), freezeMillis);
            nemesis.rage(TimeUnit.SECONDS.toMillis(seconds));
            cluster.drain();
            List<String> wrongs = cluster.check();
            System.out.println(cluster.row(nemesis.done(), wrongs));
            return wrongs;
        }
    }
}
