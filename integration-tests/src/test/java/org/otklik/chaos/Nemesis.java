package org.otklik.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Does harm by dice for a while, and heals what it did. For one thread. */
final class Nemesis {

    /** What it does, in the order in which it does each once. */
    enum Harm {
        KILL,
        JUMP,
        CUT,
        BACK_UP,
        KILL_SERVER,
        BLACK_HOLE,
        RESTORE,
        FREEZE,
        DRIP
    }

    /** What is done once only: a database that is put back knows nothing of what was checked until then. */
    private static final Set<Harm> ONCE = EnumSet.of(Harm.BACK_UP, Harm.RESTORE);

    private final Random random;
    private final Server server;
    private final Proxy proxy;
    private final Cluster cluster;
    private final List<Worker> workers;
    private final Path backup;
    private final List<Harm> first;
    private final List<Harm> repeated;
    private final int freezeMillis;
    private final Map<Worker, Long> frozen = new HashMap<>();
    private final Map<Harm, Integer> done = new EnumMap<>(Harm.class);

    Nemesis(long seed, WiredCluster wired, Path backup, int freezeMillis) {
        this.random = new Random(seed);
        this.server = wired.server;
        this.proxy = wired.proxy;
        this.cluster = wired.cluster;
        this.workers = wired.cluster.workers;
        this.first =
                EnumSet.allOf(Harm.class).stream().filter(Nemesis::isPossible).toList();
        this.repeated = first.stream().filter(harm -> !ONCE.contains(harm)).toList();
        this.backup = backup;
        this.freezeMillis = freezeMillis;
    }

    private static boolean isPossible(Harm harm) {
        return harm != Harm.JUMP || Faketime.isInstalled();
    }

    Map<Harm, Integer> done() {
        return done;
    }

    /** Does harm until the time is over; each kind is done once before dice decide. */
    void rage(long millis) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (int turn = 0; System.nanoTime() < end; turn++) {
            sleep(300 + random.nextInt(1_000));
            wake(System.nanoTime());
            harm(turn < first.size() ? first.get(turn) : any());
        }
        wake(Long.MAX_VALUE);
    }

    /** Workers die most often. */
    private Harm any() {
        return random.nextInt(3) == 0 ? Harm.KILL : any(repeated);
    }

    private void harm(Harm harm) throws IOException, InterruptedException {
        done.merge(harm, 1, Integer::sum);
        Worker worker = any(awake());
        switch (harm) {
            case KILL -> {
                frozen.remove(worker);
                worker.kill();
                worker.start();
            }
            case KILL_SERVER -> {
                server.kill();
                server.start();
            }
            case CUT -> wire(Proxy.Mode.CUT, 300 + random.nextInt(1_200));
            case BLACK_HOLE -> wire(Proxy.Mode.BLACK_HOLE, 500 + random.nextInt(5_000));
            case DRIP -> wire(Proxy.Mode.DRIP, 500 + random.nextInt(1_500));
            case FREEZE -> freeze(worker);
            case JUMP -> worker.moveClock(any(Faketime.JUMPS));
            case BACK_UP -> server.copyTo(backup);
            case RESTORE -> restore();
        }
    }

    /** What is frozen sleeps its time out, while there are others to harm. */
    private List<Worker> awake() {
        List<Worker> awake =
                workers.stream().filter(worker -> !frozen.containsKey(worker)).toList();
        return awake.isEmpty() ? workers : awake;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** The others go on meanwhile. */
    private void freeze(Worker worker) throws IOException, InterruptedException {
        worker.signal("STOP");
        frozen.put(worker, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(freezeMillis));
    }

    private void wake(long now) throws IOException, InterruptedException {
        for (Worker worker : List.copyOf(frozen.keySet())) {
            if (frozen.get(worker) <= now) {
                frozen.remove(worker);
                worker.signal("CONT");
            }
        }
    }

    private void restore() throws IOException, InterruptedException {
        frozen.clear();
        cluster.restore(server, backup);
    }

    private void wire(Proxy.Mode mode, int millis) throws InterruptedException {
        proxy.mode(mode);
        sleep(millis);
        proxy.mode(Proxy.Mode.PASS);
    }

    private static void sleep(int millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }
}
