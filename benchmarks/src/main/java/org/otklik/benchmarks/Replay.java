package org.otklik.benchmarks;

import java.nio.file.Path;
import java.util.Locale;

/** From a file to stored decisions on H2 in a file: does the last decile cost what the first did, is the heap flat? */
final class Replay {

    private static final int POSTS = 1_000_000;
    private static final int PAGE = 500;
    private static final int DECILES = 10;

    private Replay() {}

    static void run(Options options) throws Exception {
        int count = options.count(POSTS);
        int warmUp = Math.max(20_000, count / DECILES);
        Path file = Options.target().resolve("replay-posts.jsonl");
        Generator generator = new Generator(20_261_123, Options.samara().gazetteer());
        PostFile.write(file, count + warmUp, generator::next);
        System.out.printf("replay: %,d posts after %,d to warm up, %s%n", count, warmUp, Machine.describe());
        System.out.println("decile  process CPU us/post  wall us/post  heap after GC MB  database MB");
        try (Feeding feeding = new Feeding(file, Options.target().resolve("replay-h2"), PAGE)) {
            feeding.until(warmUp);
            double first = 0;
            double last = 0;
            for (int decile = 1; decile <= DECILES; decile++) {
                last = decile(feeding, decile, warmUp + (int) ((long) count * decile / DECILES));
                first = decile == 1 ? last : first;
            }
            System.out.println(feeding.summary());
            Result.print("replay", last, first, "process CPU us/post, last decile beside first, n=" + count);
        }
    }

    private static double decile(Feeding feeding, int decile, int until) throws Exception {
        int posts = -feeding.decided();
        long wall = -System.nanoTime();
        long cpu = -Machine.processNanos();
        feeding.until(until);
        cpu += Machine.processNanos();
        wall += System.nanoTime();
        posts += feeding.decided();
        double micros = cpu / 1e3 / posts;
        System.out.printf(
                Locale.ROOT,
                "%6d  %19.1f  %12.1f  %16.1f  %11.1f%n",
                decile,
                micros,
                wall / 1e3 / posts,
                Machine.usedHeapAfterCollection() / 1e6,
                feeding.databaseBytes() / 1e6);
        return micros;
    }
}
