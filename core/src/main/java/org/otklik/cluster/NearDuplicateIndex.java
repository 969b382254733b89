package org.otklik.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.otklik.id.IncidentId;
import org.otklik.post.PostId;

/**
 * The default index: copies and near-copies are attached, look-alikes and posts of the same topic and place within a
 * window are suggested; thread-safe.
 *
 * <p>Candidates share one of sixteen bands of their {@link Sketch}; then the whole sketch, time, place, street, topic,
 * and the numbers and names that both texts have are compared. A copy has at least five words, a near-copy eight; the
 * same few words («когда дадут воду») may be meant for different houses, so a short copy is only suggested. Of a wave of
 * posts in one incident the newest 32 are remembered, and one in each bucket, so that a wave pushes nothing else out.
 *
 * <p>A remembered post costs some 390 bytes, all in. The arrays grow with what is remembered, up to the capacity.
 */
public final class NearDuplicateIndex implements SimilarityIndex {

    /** The most posts that an index can be made for. */
    public static final int LARGEST = 1 << 23;

    private static final double SUGGEST = 0.4;
    private static final double ATTACH = 0.5;
    private static final int MOST_SUGGESTIONS = 10;
    private static final int MOST_LOOKED_AT = 200;
    private static final int NONE = Links.NONE;
    private static final SimilarityMatch.None NOTHING = new SimilarityMatch.None();

    private final Duration span;
    private final Remembered remembered = new Remembered();
    private final Window window;
    private final Likeness likeness;
    private final Query query = new Query();
    private final Candidates candidates = new Candidates();
    private final Best best;

    private NearDuplicateIndex(int capacity, Duration span, double suggest, double attach) {
        this.span = span;
        window = new Window(capacity, remembered);
        likeness = new Likeness(remembered, span.toMillis(), suggest, attach);
        best = new Best(remembered, likeness);
    }

    /**
     * Returns an empty index of 100,000 posts and three days.
     *
     * @return the index
     */
    public static NearDuplicateIndex standard() {
        return of(100_000, Duration.ofDays(3));
    }

    /**
     * Returns an empty index with the usual thresholds.
     *
     * @param capacity the most posts to remember, up to {@link #LARGEST}; the oldest goes first
     * @param window how far apart in time posts of one incident may lie
     * @return the index
     */
    public static NearDuplicateIndex of(int capacity, Duration window) {
        return of(capacity, window, SUGGEST, ATTACH);
    }

    /**
     * Returns an empty index.
     *
     * @param capacity the most posts to remember, up to {@link #LARGEST}; the oldest goes first
     * @param window how far apart in time posts of one incident may lie
     * @param suggest from which share of common words on a post is suggested, above 0, at most {@code attach}
     * @param attach from which share of common words on a post is attached, at most 1, which is copies only
     * @return the index
     */
    public static NearDuplicateIndex of(int capacity, Duration window, double suggest, double attach) {
        if (capacity < 1 || capacity > LARGEST || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("An index needs room for 1 to " + LARGEST + " posts and a window of"
                    + " time, not " + capacity + " posts and " + window + ".");
        }
        if (!(suggest > 0 && suggest <= attach && attach <= 1)) {
            throw new IllegalArgumentException(
                    "The thresholds must be 0 < suggest <= attach <= 1, not " + suggest + " and " + attach + ".");
        }
        return new NearDuplicateIndex(capacity, window, suggest, attach);
    }

    @Override
    public synchronized SimilarityMatch find(SimilarPost post) {
        query.read(Objects.requireNonNull(post, "post"), remembered);
        if (!query.hasWords) {
            return NOTHING;
        }
        collect();
        int copy = copy();
        if (copy != NONE) {
            return attach(copy, 1);
        }
        best.of(candidates, query);
        if (best.slot() != NONE) {
            return attach(best.slot(), best.words());
        }
        return best.isSuggested() ? suggestion(nearest(post)) : NOTHING;
    }

    private static SimilarityMatch suggestion(Map<IncidentId, SimilarityMatch.Suggestion> found) {
        return found.isEmpty() ? NOTHING : new SimilarityMatch.Suggest(ranked(found));
    }

    private SimilarityMatch attach(int slot, double words) {
        return new SimilarityMatch.Attach(
                remembered.incident(slot), remembered.post(slot), words, likeness.reasons(words, slot, query));
    }

    /** Finds the newest copy that can be attached; a text that is used everywhere must not hide that of one town. */
    private int copy() {
        int key = query.copyKey();
        int bucket = window.copies().bucket(key);
        int newest = NONE;
        for (int cell = 0; cell < Buckets.CELLS; cell++) {
            int slot = window.copies().slot(bucket, cell, key);
            if (slot != NONE
                    && isCopyToAttach(slot)
                    && (newest == NONE || remembered.at(slot) > remembered.at(newest))) {
                newest = slot;
            }
        }
        return newest;
    }

    private boolean isCopyToAttach(int slot) {
        return remembered.isLive(slot)
                && likeness.isCopy(slot, query)
                && likeness.mayBeOne(slot, query)
                && likeness.attaches(1, slot, query);
    }

    private void collect() {
        candidates.clear();
        window.collect(query, candidates);
    }

    @Override
    public synchronized List<SimilarityMatch.Suggestion> similar(SimilarPost post) {
        query.read(Objects.requireNonNull(post, "post"), remembered);
        candidates.clear();
        if (query.hasWords) {
            collect();
        }
        Map<IncidentId, SimilarityMatch.Suggestion> found = nearest(post);
        int slot = window.newest(query.topicAndTown());
        for (int looked = 0; slot != NONE && looked < MOST_LOOKED_AT; looked++) {
            if (likeness.mayBeOne(slot, query)
                    && !likeness.otherStreet(slot, query)
                    && !remembered.is(slot, post.id())) {
                add(found, slot, likeness.words(slot, query), likeness.circumstances(slot, query));
            }
            slot = window.olderOfTopicAndTown(slot);
        }
        return ranked(found);
    }

    private Map<IncidentId, SimilarityMatch.Suggestion> nearest(SimilarPost post) {
        Map<IncidentId, SimilarityMatch.Suggestion> found = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            int slot = candidates.slot(i);
            if (remembered.isLive(slot) && likeness.mayBeOne(slot, query) && !remembered.is(slot, post.id())) {
                double words = likeness.words(slot, query);
                if (likeness.suggests(words, slot, query)) {
                    add(found, slot, words, words);
                }
            }
        }
        return found;
    }

    private void add(Map<IncidentId, SimilarityMatch.Suggestion> found, int slot, double words, double score) {
        found.merge(
                remembered.incident(slot),
                new SimilarityMatch.Suggestion(
                        remembered.incident(slot),
                        remembered.post(slot),
                        Math.max(words, score),
                        likeness.reasons(words, slot, query)),
                (a, b) -> a.score() >= b.score() ? a : b);
    }

    private static List<SimilarityMatch.Suggestion> ranked(Map<IncidentId, SimilarityMatch.Suggestion> found) {
        return found.values().stream()
                .sorted(Comparator.comparingDouble(SimilarityMatch.Suggestion::score)
                        .reversed()
                        .thenComparing(SimilarityMatch.Suggestion::incident, Comparator.reverseOrder()))
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    @Override
    public synchronized void insert(IncidentId incident, SimilarPost post) {
        window.add(Objects.requireNonNull(incident, "incident"), Objects.requireNonNull(post, "post"));
    }

    @Override
    public synchronized void remove(IncidentId incident) {
        window.remove(Objects.requireNonNull(incident, "incident"));
    }

    @Override
    public synchronized void forget(PostId post) {
        window.forget(Objects.requireNonNull(post, "post"));
    }

    @Override
    public synchronized void evictBefore(Instant instant) {
        window.evictBefore(Objects.requireNonNull(instant, "instant"));
    }

    @Override
    public Duration window() {
        return span;
    }

    @Override
    public synchronized int size() {
        return window.size();
    }

    /**
     * Counts how full the buckets of all bands are, for benchmarks and diagnosis.
     *
     * @return how many buckets hold 0, 1 … 8 posts, forgotten ones that nobody pushed out yet included
     */
    public synchronized List<Integer> bucketHistogram() {
        int[] histogram = new int[Buckets.CELLS + 1];
        for (int band = 0; band < Sketch.BANDS; band++) {
            window.band(band).countInto(histogram);
        }
        return Arrays.stream(histogram).boxed().toList();
    }
}
