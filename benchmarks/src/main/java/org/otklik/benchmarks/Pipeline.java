package org.otklik.benchmarks;

import java.util.Locale;

/**
 * From text to routed decision in memory, beside Lucene's analysis alone of the same texts: with the rules of the Samara
 * pack, and with a model beside them.
 */
final class Pipeline {

    private static final int POSTS = 2_000;

    private Pipeline() {}

    /** Runs the forks and prints the medians: on what people wrote, where that is at hand, and on invented posts. */
    static void compare(Options options) throws Exception {
        int count = options.count(POSTS);
        if (PipelinePosts.real(options, count).isEmpty()) {
            System.out.println("No labelled sets: only invented posts are measured.");
        } else {
            print("pipeline", Forks.run("pipeline-fork", options, count), count);
        }
        print("pipeline-invented", Forks.run("pipeline-fork", options, count, "-invented"), count);
    }

    private static void print(String name, Forks forks, int count) {
        System.out.printf(
                Locale.ROOT,
                "%s: ratio with rules %.3f to %.3f, with a model %.3f to %.3f; RussianAnalyzer %.0f to %.0f posts/CPU-s%n",
                name,
                forks.least(PipelineFork.RATIO),
                forks.most(PipelineFork.RATIO),
                forks.least(PipelineFork.TRAINED_RATIO),
                forks.most(PipelineFork.TRAINED_RATIO),
                forks.least(PipelineFork.PEER),
                forks.most(PipelineFork.PEER));
        String peer = "posts per CPU-second of one thread, peer Lucene 9.12.3 RussianAnalyzer alone, n=" + count
                + ", median of " + forks.size() + " forks";
        double analyzer = forks.median(PipelineFork.PEER);
        Result.print(name, forks.median(PipelineFork.RULES), analyzer, peer);
        Result.print(
                name + "-trained", forks.median(PipelineFork.TRAINED), forks.median(PipelineFork.TRAINED_PEER), peer);
        Result.print(name + "-text", forks.median(PipelineFork.TEXT), analyzer, peer);
        Result.print(
                name + "-two-threads",
                forks.median(PipelineFork.TWO_THREADS),
                forks.median(PipelineFork.RULES_ALONE),
                "posts per CPU-second of two threads beside one");
        allocated(name, "text", forks.median(PipelineFork.TEXT_BYTES), 1);
        allocated(name, "non-incident", forks.median(PipelineFork.NON_INCIDENT_BYTES), 200);
        allocated(name, "candidate", forks.median(PipelineFork.CANDIDATE_BYTES), 2_000);
    }

    private static void allocated(String name, String what, double ours, double limit) {
        Result.print(name + "-allocated-" + what, ours, limit, "bytes allocated a post, beside the limit");
    }
}
