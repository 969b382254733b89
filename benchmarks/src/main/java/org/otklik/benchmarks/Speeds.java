package org.otklik.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** How fast one way was in each round, on the clock and on the processors; for one thread. */
final class Speeds {

    private final List<Double> postsPerSecond = new ArrayList<>();
    private final List<Double> cpuMicros = new ArrayList<>();

    /** When a round began. */
    record Run(long nanos, long cpuNanos) {}

    static Run begin() {
        return new Run(System.nanoTime(), Machine.processNanos());
    }

    void add(Run run, int posts) {
        postsPerSecond.add(posts * 1e9 / (System.nanoTime() - run.nanos()));
        cpuMicros.add((Machine.processNanos() - run.cpuNanos()) / 1e3 / posts);
    }

    /** Forgets the rounds that only warmed up. */
    void clear() {
        postsPerSecond.clear();
        cpuMicros.clear();
    }

    double postsPerSecond() {
        return median(postsPerSecond);
    }

    /** Counts every thread of this process, the client's too; not the fake's. */
    double cpuMicros() {
        return median(cpuMicros);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
