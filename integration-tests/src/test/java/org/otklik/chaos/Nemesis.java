package org.otklik.chaos;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Does harm by dice for a while, and heals what it did. For one thread. */
final class Nemesis {

    /** What it does. */
    enum Harm {
        KILL,
        KILL_SERVER,
        CUT,
        BLACK_HOLE,
        DRIP,
        FREEZE,
        JUMP
    }

    private static final int MOST_AHEAD_MILLIS = 1_500;

    private final Random random;
    private final Server server;
    private final Proxy proxy;
    private final List<Worker> workers;
    private final int freezeMillis;
    private final Map<Worker, Long> frozen = new HashMap<>();
    private final Map<Harm, Integer> done = new EnumMap<>(Harm.class);

    Nemesis(long seed, Server server, Proxy proxy, List<Worker> workers, int freezeMillis) {
        this.random = new Random(seed);
        this.server = server;
        this.proxy = proxy;
        this.workers = workers;
        this.freezeMillis = freezeMillis;
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
            harm(turn < Harm.values().length ? Harm.values()[turn] : any());
        }
        wake(Long.MAX_VALUE);
    }

    /** Workers die most often. */
    private Harm any() {
        return random.nextInt(3) == 0 ? Harm.KILL : Harm.values()[random.nextInt(Harm.values().length)];
    }

    private void harm(Harm harm) throws IOException, InterruptedException {
        done.merge(harm, 1, Integer::sum);
        Worker worker = workers.get(random.nextInt(workers.size()));
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
            case JUMP -> jump(worker);
        }
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

    private void jump(Worker worker) {
        if (!frozen.containsKey(worker)) {
            worker.ask("/clock", Integer.toString(random.nextInt(2 * MOST_AHEAD_MILLIS) - MOST_AHEAD_MILLIS));
        }
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
