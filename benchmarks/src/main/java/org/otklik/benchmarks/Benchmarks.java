package org.otklik.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs one benchmark by name; prints what was measured and a {@code RESULT} line. */
public final class Benchmarks {

    /** One benchmark. */
    interface Benchmark {

        /** Measures and prints. */
        void run(Options options) throws Exception;
    }

    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.of(
            "adapters", Adapters::run,
            "lag", Lag::run,
            "pipeline", Pipeline::compare,
            "pipeline-fork", Pipeline::fork,
            "replay", Replay::run,
            "similar", Similar::run,
            "similar-fork", Similar::fork,
            "similar-texts", Similar::texts,
            "wave", Wave::run));

    private Benchmarks() {}

    /**
     * Runs a benchmark.
     *
     * @param arguments its name, then {@code -n COUNT} for another size and {@code -forks COUNT}
     * @throws Exception if something cannot be measured
     */
    public static void main(String[] arguments) throws Exception {
        Benchmark benchmark = arguments.length == 0 ? null : ALL.get(arguments[0]);
        if (benchmark == null) {
            System.err.println(
                    "Name one of: adapters, lag, pipeline, replay, similar, similar-texts, wave; then -n COUNT for another size, -forks COUNT.");
            System.exit(2);
            return;
        }
        benchmark.run(Options.of(List.of(arguments).subList(1, arguments.length)));
    }
}
