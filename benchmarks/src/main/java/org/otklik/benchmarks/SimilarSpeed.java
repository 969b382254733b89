package org.otklik.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.otklik.cluster.NearDuplicateIndex;
import org.otklik.cluster.SimilarPost;
import org.otklik.cluster.SimilarityMatch;
import org.otklik.cluster.Sketch;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.place.Gazetteer;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.PostText;
import org.otklik.text.TextScanner;

/**
 * How many posts a second go through a full window: scan as a desk scans, find what it repeats, remember it, lose the
 * oldest. The peer gets the same scan.
 */
final class SimilarSpeed {

    private static final int BATCH = 1_000;
    private static final int COLLECTIONS = 4;
    private static final int WARM_UP = 20;
    private static final int WARM_UP_OF_PEER = 5;
    private static final int REMEMBERED = 20_000;
    private static final int FEWEST_WORDS = 20;
    private static final int PLANTED_PERCENT = 15;
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final List<Optional<TopicId>> TOPICS = IntStream.range(0, 24)
            .mapToObj(i -> Optional.of(TopicId.of("topic-" + i)))
            .toList();
    private static final List<Optional<PlaceId>> TOWNS = IntStream.range(0, 37)
            .mapToObj(i -> Optional.of(PlaceId.of("town-" + i)))
            .toList();

    /** What is done with a post; tells whether it repeats an earlier one. */
    private interface Contender {
        boolean take(Told told);
    }

    /**
     * A post of the stream.
     *
     * @param number its place in the stream
     * @param matter the number of the post that first told this; its own if it is no copy
     * @param post as it comes
     * @param incident what it would open
     */
    private record Told(int number, int matter, Post post, IncidentId incident) {

        boolean isCopy() {
            return matter != number;
        }
    }

    /**
     * What was measured.
     *
     * @param postsPerSecond of the thread's processor time, scanning included
     * @param recall share of planted near-copies for which an earlier post was found
     * @param bytesPerPost what the heap has less once the index is given up; 0 where it was not asked for
     */
    record Speed(double postsPerSecond, double recall, double bytesPerPost) {

        String line() {
            return postsPerSecond + " " + recall + " " + bytesPerPost;
        }

        static Speed of(String line) {
            String[] parts = line.split(" ", -1);
            return new Speed(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        }
    }

    private final Generator generator;
    private final SplittableRandom random = new SplittableRandom(11);
    private final List<Told> recent = new ArrayList<>();
    private Contender contender;
    private int made;

    private SimilarSpeed(Gazetteer gazetteer, Contender contender) {
        this.generator = new Generator(7, gazetteer);
        this.contender = contender;
    }

    static Speed ofOurs(Gazetteer gazetteer, int window, int measured) {
        AtomicReference<@Nullable NearDuplicateIndex> index = new AtomicReference<>(ofThreeDays(window));
        TextScanner scanner = new TextScanner();
        SimilarSpeed run = new SimilarSpeed(
                gazetteer,
                told -> scanner.read(told.post(), text -> take(Objects.requireNonNull(index.get()), told, text)));
        run.batches(WARM_UP);
        while (Objects.requireNonNull(index.get()).size() < window) {
            run.batch();
        }
        Speed speed = run.measure(measured);
        System.err.printf(
                Locale.ROOT,
                "window %,d: buckets of 0 to 8: %s%n",
                window,
                Objects.requireNonNull(index.get()).bucketHistogram());
        long with = least(Machine::usedHeapAfterCollection);
        index.set(null);
        long without = least(Machine::usedHeapAfterCollection);
        return new Speed(speed.postsPerSecond(), speed.recall(), (double) (with - without) / window);
    }

    private static NearDuplicateIndex ofThreeDays(int window) {
        return NearDuplicateIndex.of(window, Duration.ofDays(3));
    }

    /** A method that is still on the stack may hold what it needs no more, so one collection is not enough. */
    private static long least(LongSupplier used) {
        return LongStream.generate(used).limit(COLLECTIONS).min().orElseThrow();
    }

    private static boolean take(NearDuplicateIndex index, Told told, PostText text) {
        Optional<PlaceId> town = TOWNS.get(told.matter() % TOWNS.size());
        SimilarPost post = new SimilarPost(
                told.post().id(),
                text.normalisedHash(),
                text.own().size(),
                Sketch.of(text),
                TOPICS.get(told.matter() % TOPICS.size()),
                town,
                town,
                OptionalLong.empty(),
                told.post().publishedAt());
        SimilarityMatch match = index.find(post);
        index.insert(match instanceof SimilarityMatch.Attach known ? known.incident() : told.incident(), post);
        return !(match instanceof SimilarityMatch.None);
    }

    static Speed ofPeer(Gazetteer gazetteer, int window, int measured, int bands) {
        JavaLshWindow peer = new JavaLshWindow(window, bands);
        TextScanner scanner = new TextScanner();
        SimilarSpeed run = new SimilarSpeed(
                gazetteer,
                told -> scanner.read(told.post(), text -> {
                    peer.insert(told.number(), text.own());
                    return false;
                }));
        run.batches(window / BATCH + 1);
        run.contender = told -> scanner.read(told.post(), text -> peer.findAndInsert(told.number(), text.own()) >= 0);
        run.batches(WARM_UP_OF_PEER);
        return run.measure(measured);
    }

    private Speed measure(int posts) {
        long[] sum = new long[3];
        for (int batch = 0; batch < posts / BATCH; batch++) {
            long[] one = batch();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += one[i];
            }
        }
        return new Speed(posts / BATCH * BATCH / (sum[0] / 1e9), (double) sum[1] / sum[2], 0);
    }

    private void batches(int count) {
        for (int i = 0; i < count; i++) {
            batch();
        }
    }

    /** Returns nanoseconds, planted copies found, planted copies; making the posts is not counted. */
    private long[] batch() {
        List<Told> posts = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            posts.add(next());
        }
        if (recent.size() > REMEMBERED) {
            recent.subList(0, recent.size() - REMEMBERED).clear();
        }
        long found = 0;
        long copies = 0;
        long start = Machine.threadNanos();
        for (Told told : posts) {
            boolean repeats = contender.take(told);
            found += told.isCopy() && repeats ? 1 : 0;
        }
        long nanos = Machine.threadNanos() - start;
        for (Told told : posts) {
            copies += told.isCopy() ? 1 : 0;
        }
        return new long[] {nanos, found, copies};
    }

    /** Short ones left out, the mean is that of real texts: some 46 words. */
    private String longEnough() {
        String text = generator.next().text();
        while (text.chars().filter(c -> c == ' ').count() < FEWEST_WORDS) {
            text = generator.next().text();
        }
        return text;
    }

    private Told next() {
        int number = made++;
        String text = longEnough();
        int matter = number;
        if (recent.size() > 200 && random.nextInt(100) < PLANTED_PERCENT) {
            Told earlier = recent.get(random.nextInt(recent.size()));
            text = Retelling.WORDS_CHANGED.of(earlier.post().text(), text, random);
            matter = earlier.matter();
        }
        Post post = Post.builder(PostId.of("vk", "-12345678_" + number), START.plusMillis(number))
                .text(text)
                .build();
        Told told = new Told(number, matter, post, IncidentId.of(String.format(Locale.ROOT, "%026d", number)));
        if (!told.isCopy()) {
            recent.add(told);
        }
        return told;
    }
}
