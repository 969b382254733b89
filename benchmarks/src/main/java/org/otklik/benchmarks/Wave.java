package org.otklik.benchmarks;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Ever more people say the same: are the last thousand copies attached as fast as the first?
 *
 * <p>Two thousand copies go before the first measured thousand, because a database that was just made is slow.
 */
final class Wave {

    private static final int POSTS = 100_000;
    private static final int PAGE = 100;
    private static final int MEASURED = 1_000;
    private static final int WARM_UP = 50_000;
    private static final int SETTLING = 2_000;

    private static final String TEXT = "Тольятти, ул. Победы, 45: во дворе третью неделю не вывозят мусор, баки"
            + " переполнены, крысы бегают, примите меры";
    private static final String[] LAST = {"", "!", "!!!", " 😡", "…", " https://vk.com/wall-1_1"};

    private Wave() {}

    static void run(Options options) throws Exception {
        if (options.has("-desks")) {
            DesksWave.run(options);
            return;
        }
        int count = options.count(POSTS);
        warmUp();
        Path file = Options.target().resolve("wave-posts.jsonl");
        PostFile.write(file, count, copies(count));
        System.out.printf("wave: %,d copies into one incident, %s%n", count, Machine.describe());
        System.out.println("       posts  process CPU us/post  wall us/post");
        try (Feeding feeding = new Feeding(file, Options.target().resolve("wave-h2"), PAGE)) {
            measure(feeding, SETTLING);
            double first = measure(feeding, SETTLING + MEASURED);
            for (int until = count / 10; until < count - MEASURED; until += count / 10) {
                measure(feeding, until);
            }
            measure(feeding, count - MEASURED);
            double last = measure(feeding, count);
            System.out.println(feeding.summary());
            Result.print("wave", last, first, "process CPU us/post, last 1,000 beside first 1,000, n=" + count);
        }
    }

    /** The same in another database, so that the first thousand is not slow for want of compiled code. */
    private static void warmUp() throws Exception {
        Path file = Options.target().resolve("wave-warm-up.jsonl");
        PostFile.write(file, WARM_UP, copies(WARM_UP));
        try (Feeding feeding = new Feeding(file, Options.target().resolve("wave-warm-up-h2"), PAGE)) {
            feeding.until(WARM_UP);
        }
    }

    private static Supplier<GeneratedPost> copies(int count) {
        Iterator<GeneratedPost> copies = IntStream.range(0, count)
                .mapToObj(i -> new GeneratedPost(
                        String.format(Locale.ROOT, "%09d", i),
                        1_760_000_000L + i,
                        "u" + i,
                        "",
                        (i % 3 == 0 ? TEXT.toUpperCase(Locale.ROOT) : TEXT) + LAST[i % LAST.length]))
                .iterator();
        return copies::next;
    }

    private static double measure(Feeding feeding, int until) {
        int posts = -feeding.decided();
        long wall = -System.nanoTime();
        long cpu = -Machine.processNanos();
        feeding.until(until);
        cpu += Machine.processNanos();
        wall += System.nanoTime();
        posts += feeding.decided();
        System.out.printf(
                Locale.ROOT, "%,12d  %19.1f  %12.1f%n", feeding.decided(), cpu / 1e3 / posts, wall / 1e3 / posts);
        return cpu / 1e3 / posts;
    }
}
