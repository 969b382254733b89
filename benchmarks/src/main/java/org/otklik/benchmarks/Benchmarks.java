package org.otklik.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.benchmarks.lag.Lag;
import org.otklik.benchmarks.place.Placing;
import org.otklik.benchmarks.storage.StorageSpeed;

/** Runs one benchmark by name; prints what was measured and a {@code RESULT} line. */
public final class Benchmarks {

    /** One benchmark. */
    interface Benchmark {

        /** Measures and prints. */
        void run(Options options) throws Exception;
    }

    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("accuracy", Accuracy::run),
            Map.entry("adapters", Adapters::run),
            Map.entry("classify", Classify::run),
            Map.entry("detect", Detect::run),
            Map.entry("lag", Lag::run),
            Map.entry("pipeline", Pipeline::compare),
            Map.entry("pipeline-fork", PipelineFork::run),
            Map.entry("place", Placing::run),
            Map.entry("replay", Replay::run),
            Map.entry("rules", Rules::compare),
            Map.entry("rules-fork", RulesFork::run),
            Map.entry("rules-loo", LeaveOneOut::run),
            Map.entry("storage", StorageSpeed::run),
            Map.entry("topics", Topics::run),
            Map.entry("similar", Similar::run),
            Map.entry("similar-fork", Similar::fork),
            Map.entry("similar-texts", Similar::texts),
            Map.entry("wave", Wave::run)));

    private Benchmarks() {}

    /**
     * Runs a benchmark.
     *
     * @param arguments its name, then {@code -n COUNT} for another size, {@code -forks COUNT}, {@code -network CODE}
     * @throws Exception if something cannot be measured
     */
    public static void main(String[] arguments) throws Exception {
        Benchmark benchmark = arguments.length == 0 ? null : ALL.get(arguments[0]);
        if (benchmark == null) {
            System.err.println("Name one of: " + String.join(", ", ALL.keySet())
                    + "; then -n COUNT, -forks COUNT, -network CODE.");
            System.exit(2);
            return;
        }
        benchmark.run(Options.of(List.of(arguments).subList(1, arguments.length)));
    }
}
