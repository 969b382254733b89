package org.otklik.benchmarks.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.otklik.benchmarks.Machine;
import org.otklik.benchmarks.Result;

/**
 * Measures two ways of doing the same in turns, so that neighbours on the machine disturb both alike; what counts is the
 * median of the ratios of neighbouring rounds.
 *
 * <p>Beside the time on the wall it shows that of the processors, of this process and of the server together.
 */
final class Sides {

    private final Server server;
    private final int rounds;

    /** One way; does what there is to do once more. */
    interface Side {

        /** Makes ready for a round; not measured. */
        default void prepare() throws Exception {}

        /**
         * Does a round.
         *
         * @return how many were done
         */
        long run() throws Exception;

        /** Clears up after a round; not measured. */
        default void end() throws Exception {}
    }

    private record Speed(double perSecond, double perCpuSecond) {}

    Sides(Server server, int rounds) {
        this.server = server;
        this.rounds = rounds;
    }

    /** Measures and prints. */
    void compare(String name, String measured, Side ours, Side peer) throws Exception {
        List<Speed> our = new ArrayList<>();
        List<Speed> their = new ArrayList<>();
        measure(ours);
        measure(peer);
        for (int round = 0; round < rounds; round++) {
            boolean first = round % 2 == 0;
            if (first) {
                our.add(measure(ours));
            }
            their.add(measure(peer));
            if (!first) {
                our.add(measure(ours));
            }
        }
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            wall.add(our.get(round).perSecond() / their.get(round).perSecond());
            cpu.add(our.get(round).perCpuSecond() / their.get(round).perCpuSecond());
        }
        System.out.printf(
                Locale.ROOT,
                "%s: ours %,.0f/s, peer %,.0f/s on the wall (ratio %.3f, %.3f to %.3f); %,.0f and %,.0f per second of"
                        + " processors (ratio %.3f)%n",
                name,
                median(our.stream().map(Speed::perSecond).toList()),
                median(their.stream().map(Speed::perSecond).toList()),
                median(wall),
                wall.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                wall.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                median(our.stream().map(Speed::perCpuSecond).toList()),
                median(their.stream().map(Speed::perCpuSecond).toList()),
                median(cpu));
        double peerSpeed = median(their.stream().map(Speed::perSecond).toList());
        Result.print(name, peerSpeed * median(wall), peerSpeed, measured);
    }

    private Speed measure(Side side) throws Exception {
        side.prepare();
        long cpu = -cpu();
        long wall = -System.nanoTime();
        long done = side.run();
        wall += System.nanoTime();
        cpu += cpu();
        side.end();
        return new Speed(done * 1e9 / wall, done * 1e9 / Math.max(1, cpu));
    }

    private long cpu() throws IOException {
        return Machine.processNanos() + server.cpuNanos();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
