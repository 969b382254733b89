package org.otklik.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.jspecify.annotations.Nullable;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.post.Post;
import org.otklik.testkit.InMemoryStorage;

/** From text to routed decision in memory, beside Lucene's analysis alone of the same texts; one thread. */
final class Pipeline {

    private static final int POSTS = 2_000;
    private static final long WARM_UP_NANOS = 6_000_000_000L;
    private static final long SAMPLE_NANOS = 250_000_000L;
    private static final int SAMPLES = 8;

    private Pipeline() {}

    /** Runs the forks and prints the median of their medians. */
    static void compare(Options options) throws Exception {
        List<double[]> forks = new ArrayList<>();
        for (int i = 1; i <= options.forks(); i++) {
            double[] fork = fork(options.count(POSTS));
            forks.add(fork);
            System.out.printf(
                    Locale.ROOT,
                    "fork %d: ours %.0f posts/CPU-s, RussianAnalyzer %.0f, ratio %.3f; allocated %.0f and %.0f B/post%n",
                    i,
                    fork[0],
                    fork[1],
                    fork[0] / fork[1],
                    fork[2],
                    fork[3]);
        }
        Result.print(
                "pipeline",
                median(forks.stream().mapToDouble(fork -> fork[0])),
                median(forks.stream().mapToDouble(fork -> fork[1])),
                "posts per CPU-second of one thread, peer Lucene 9.12.3 RussianAnalyzer alone, n="
                        + options.count(POSTS) + ", median of " + forks.size() + " forks");
        Result.print(
                "pipeline-allocated",
                median(forks.stream().mapToDouble(fork -> fork[2])),
                Math.max(1, median(forks.stream().mapToDouble(fork -> fork[3]))),
                "bytes allocated per post");
    }

    private static double[] fork(int count) throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Benchmarks.class.getName(),
                        "pipeline-fork",
                        "-n",
                        Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String figures = lines.readLine();
            if (process.waitFor() != 0 || figures == null) {
                throw new IllegalStateException("A fork failed; its messages stand above.");
            }
            return Stream.of(figures.split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    /** Measures in this process: four numbers on one line. */
    static void fork(Options options) {
        var region = Options.samara();
        Generator generator = new Generator(7, region.gazetteer());
        List<Post> posts = Stream.generate(generator::next)
                .limit(options.count(POSTS))
                .map(GeneratedPost::toPost)
                .toList();
        try (IncidentDesk desk = IncidentDesk.builder(
                                region, InMemoryStorage.create(), PseudonymKey.of("benchmarks-only-key"))
                        .build();
                RussianAnalyzer analyzer = new RussianAnalyzer()) {
            Loop ours = new Loop(posts, desk::understand);
            Loop peer = new Loop(posts, post -> analyse(analyzer, post.text()));
            ours.warmUp();
            peer.warmUp();
            for (int i = 0; i < SAMPLES; i++) {
                ours.sample();
                peer.sample();
            }
            System.out.println(ours.rate() + " " + peer.rate() + " " + ours.bytes() + " " + peer.bytes());
        }
    }

    private static Object analyse(RussianAnalyzer analyzer, String text) {
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            tokens.reset();
            int count = 0;
            while (tokens.incrementToken()) {
                count++;
            }
            tokens.end();
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** What is done with one post. */
    private interface Work {

        Object on(Post post);
    }

    /** One contender: goes round the posts and keeps its samples. */
    private static final class Loop {

        private final List<Post> posts;
        private final Work work;
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> bytes = new ArrayList<>();
        private int at;
        private @Nullable Object last;

        Loop(List<Post> posts, Work work) {
            this.posts = posts;
            this.work = work;
        }

        void warmUp() {
            run(WARM_UP_NANOS);
        }

        void sample() {
            long allocated = -Machine.threadBytes();
            double[] run = run(SAMPLE_NANOS);
            allocated += Machine.threadBytes();
            rates.add(run[0] / run[1] * 1e9);
            bytes.add(allocated / run[0]);
        }

        private double[] run(long nanos) {
            long start = Machine.threadNanos();
            long spent = 0;
            int done = 0;
            while (spent < nanos) {
                for (int i = 0; i < 100; i++) {
                    last = work.on(posts.get(at));
                    at = (at + 1) % posts.size();
                }
                done += 100;
                spent = Machine.threadNanos() - start;
            }
            return new double[] {done, spent};
        }

        double rate() {
            return median(rates.stream().mapToDouble(Double::doubleValue));
        }

        double bytes() {
            return median(bytes.stream().mapToDouble(Double::doubleValue)) + (last == null ? 1 : 0);
        }
    }
}
