package org.otklik.benchmarks;

import java.util.Locale;

/**
 * From text to routed decision in memory, beside Lucene's analysis alone of the same texts: with the rules of the Samara
 * pack, and with a model beside them.
 */
final class Pipeline {

    private static final int POSTS = 2_000;

    private Pipeline() {}

    /** Runs the forks and prints the medians. */
    static void compare(Options options) throws Exception {
        int count = options.count(POSTS);
        Forks forks = Forks.run("pipeline-fork", options, count);
        System.out.printf(
                Locale.ROOT,
                "ratio with rules %.3f to %.3f, with a model %.3f to %.3f; RussianAnalyzer %.0f to %.0f posts/CPU-s%n",
                forks.least(PipelineFork.RATIO),
                forks.most(PipelineFork.RATIO),
                forks.least(PipelineFork.TRAINED_RATIO),
                forks.most(PipelineFork.TRAINED_RATIO),
                forks.least(PipelineFork.PEER),
                forks.most(PipelineFork.PEER));
        String peer = "posts per CPU-second of one thread, peer Lucene 9.12.3 RussianAnalyzer alone, n=" + count
                + ", median of " + forks.size() + " forks";
        Result.print("pipeline", forks.median(PipelineFork.RULES), forks.median(PipelineFork.PEER), peer);
        Result.print("pipeline-trained", forks.median(PipelineFork.TRAINED), forks.median(PipelineFork.PEER), peer);
        Result.print("pipeline-text", forks.median(PipelineFork.TEXT), forks.median(PipelineFork.PEER), peer);
        Result.print(
                "pipeline-two-threads",
                forks.median(PipelineFork.TWO_THREADS),
                forks.median(PipelineFork.RULES_ALONE),
                "posts per CPU-second of two threads beside one");
        allocated("text", forks.median(PipelineFork.TEXT_BYTES), 1, "bytes a post in the text pass beside 1");
        allocated(
                "non-incident", forks.median(PipelineFork.NON_INCIDENT_BYTES), 200, "bytes a non-incident, beside 200");
        allocated("candidate", forks.median(PipelineFork.CANDIDATE_BYTES), 2_000, "bytes a candidate, beside 2,000");
    }

    private static void allocated(String what, double ours, double limit, String measured) {
        Result.print("pipeline-allocated-" + what, ours, limit, measured);
    }
}
