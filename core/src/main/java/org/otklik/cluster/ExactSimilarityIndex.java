package org.otklik.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.text.TextHash;

/**
 * The default index: exact copies are attached, posts of the same topic and place within a window are suggested;
 * thread-safe.
 *
 * <p>A copy has the same folded words, at least five of them, the same topic and a place that does not contradict. The
 * same few words («когда дадут воду») may be meant for different houses, so a short copy is only suggested. Of a wave of
 * posts in one incident the newest 32 are remembered, so that a wave pushes nothing else out.
 */
public final class ExactSimilarityIndex implements SimilarityIndex {

    private static final int FEWEST_WORDS = 5;
    private static final int MOST_SUGGESTIONS = 10;
    private static final int MOST_LOOKED_AT = 200;
    private static final int MOST_OF_ONE_INCIDENT = 32;

    private final int capacity;
    private final Duration window;
    private final Set<Entry> order = new LinkedHashSet<>();
    private final Map<TextHash, Deque<Entry>> byText = new HashMap<>();
    private final Map<Key, Deque<Entry>> byTopicAndPlace = new HashMap<>();
    private final Map<IncidentId, Set<Entry>> byIncident = new HashMap<>();

    private ExactSimilarityIndex(int capacity, Duration window) {
        this.capacity = capacity;
        this.window = window;
    }

    /**
     * Returns an empty index of 100,000 posts and three days.
     *
     * @return the index
     */
    public static ExactSimilarityIndex standard() {
        return of(100_000, Duration.ofDays(3));
    }

    /**
     * Returns an empty index.
     *
     * @param capacity the most posts to remember; the oldest goes first
     * @param window how far apart in time posts of one incident may lie
     * @return the index
     */
    public static ExactSimilarityIndex of(int capacity, Duration window) {
        if (capacity < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("An index needs room for a post and a window of time, not " + capacity
                    + " posts and " + window + ".");
        }
        return new ExactSimilarityIndex(capacity, window);
    }

    @Override
    public synchronized SimilarityMatch find(SimilarPost post) {
        Objects.requireNonNull(post, "post");
        for (Entry entry : newest(byText.get(post.text()))) {
            if (isCopy(entry.post, post)) {
                return new SimilarityMatch.Attach(entry.incident, 1.0, reasons(entry.post, post));
            }
        }
        List<SimilarityMatch.Suggestion> suggestions = suggestions(post);
        return suggestions.isEmpty() ? new SimilarityMatch.None() : new SimilarityMatch.Suggest(suggestions);
    }

    private boolean isCopy(SimilarPost known, SimilarPost post) {
        return post.words() >= FEWEST_WORDS
                && known.text().equals(post.text())
                && known.topic().equals(post.topic())
                && areCompatible(known, post)
                && isWithinWindow(known.at(), post.at());
    }

    /** A place contradicts another only if both are known and differ at a level that both name. */
    private static boolean areCompatible(SimilarPost a, SimilarPost b) {
        if (differ(a.municipality(), b.municipality())) {
            return false;
        }
        boolean bothNarrow = !a.place().equals(a.municipality()) && !b.place().equals(b.municipality());
        return !bothNarrow || !differ(a.place(), b.place());
    }

    private static boolean differ(Optional<PlaceId> a, Optional<PlaceId> b) {
        return a.isPresent() && b.isPresent() && !a.equals(b);
    }

    private boolean isWithinWindow(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(window) <= 0;
    }

    private List<SimilarityMatch.Suggestion> suggestions(SimilarPost post) {
        Map<IncidentId, SimilarityMatch.Suggestion> best = new LinkedHashMap<>();
        Optional<Key> key = Key.of(post);
        for (Entry entry : newest(key.map(byTopicAndPlace::get).orElse(null))) {
            if (isWithinWindow(entry.post.at(), post.at()) && mayBeOne(entry.post, post)) {
                Set<SimilarityReason> reasons = reasons(entry.post, post);
                best.merge(
                        entry.incident,
                        new SimilarityMatch.Suggestion(entry.incident, score(reasons), reasons),
                        (a, b) -> a.score() >= b.score() ? a : b);
            }
        }
        return best.values().stream()
                .sorted((a, b) -> Double.compare(b.score(), a.score()))
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    private static boolean mayBeOne(SimilarPost a, SimilarPost b) {
        boolean otherStreet =
                a.street().isPresent() && b.street().isPresent() && !a.street().equals(b.street());
        return areCompatible(a, b) && !otherStreet;
    }

    private static double score(Set<SimilarityReason> reasons) {
        double score = 0.4;
        score += reasons.contains(SimilarityReason.SAME_PLACE) ? 0.1 : 0;
        score += reasons.contains(SimilarityReason.SAME_STREET) ? 0.3 : 0;
        score += reasons.contains(SimilarityReason.SAME_TEXT) ? 0.1 : 0;
        return score;
    }

    private static Set<SimilarityReason> reasons(SimilarPost a, SimilarPost b) {
        EnumSet<SimilarityReason> reasons = EnumSet.noneOf(SimilarityReason.class);
        addIf(reasons, SimilarityReason.SAME_TEXT, a.text().equals(b.text()));
        addIf(
                reasons,
                SimilarityReason.SAME_TOPIC,
                a.topic().isPresent() && a.topic().equals(b.topic()));
        boolean sameMunicipality =
                a.municipality().isPresent() && a.municipality().equals(b.municipality());
        addIf(reasons, SimilarityReason.SAME_MUNICIPALITY, sameMunicipality);
        boolean narrow = a.place().isPresent() && !a.place().equals(a.municipality());
        addIf(reasons, SimilarityReason.SAME_PLACE, narrow && a.place().equals(b.place()));
        addIf(
                reasons,
                SimilarityReason.SAME_STREET,
                a.street().isPresent() && a.street().equals(b.street()));
        return reasons;
    }

    private static void addIf(Set<SimilarityReason> reasons, SimilarityReason reason, boolean holds) {
        if (holds) {
            reasons.add(reason);
        }
    }

    @Override
    public synchronized void insert(IncidentId incident, SimilarPost post) {
        Entry entry = new Entry(Objects.requireNonNull(incident, "incident"), Objects.requireNonNull(post, "post"));
        order.add(entry);
        byText.computeIfAbsent(post.text(), any -> new ArrayDeque<>()).addLast(entry);
        Key.of(post)
                .ifPresent(key -> byTopicAndPlace
                        .computeIfAbsent(key, any -> new ArrayDeque<>())
                        .addLast(entry));
        Set<Entry> ofIncident = byIncident.computeIfAbsent(incident, any -> new LinkedHashSet<>());
        ofIncident.add(entry);
        if (ofIncident.size() > MOST_OF_ONE_INCIDENT) {
            forget(ofIncident.iterator().next());
        }
        if (order.size() > capacity) {
            forget(order.iterator().next());
        }
    }

    @Override
    public synchronized void remove(IncidentId incident) {
        Set<Entry> entries = byIncident.get(incident);
        if (entries != null) {
            List.copyOf(entries).forEach(this::forget);
        }
    }

    @Override
    public synchronized void evictBefore(Instant instant) {
        Iterator<Entry> entries = order.iterator();
        while (entries.hasNext()) {
            Entry entry = entries.next();
            if (entry.post.at().isBefore(instant)) {
                entries.remove();
                unlink(entry);
            }
        }
    }

    @Override
    public synchronized int size() {
        return order.size();
    }

    private void forget(Entry entry) {
        order.remove(entry);
        unlink(entry);
    }

    private void unlink(Entry entry) {
        removeFrom(byText, entry.post.text(), entry);
        Key.of(entry.post).ifPresent(key -> removeFrom(byTopicAndPlace, key, entry));
        Set<Entry> ofIncident = byIncident.get(entry.incident);
        if (ofIncident != null && ofIncident.remove(entry) && ofIncident.isEmpty()) {
            byIncident.remove(entry.incident);
        }
    }

    private static <K> void removeFrom(Map<K, Deque<Entry>> map, K key, Entry entry) {
        Deque<Entry> entries = map.get(key);
        if (entries != null && entries.removeFirstOccurrence(entry) && entries.isEmpty()) {
            map.remove(key);
        }
    }

    private static List<Entry> newest(@Nullable Deque<Entry> entries) {
        if (entries == null) {
            return List.of();
        }
        List<Entry> newest = new ArrayList<>();
        Iterator<Entry> backwards = entries.descendingIterator();
        while (backwards.hasNext() && newest.size() < MOST_LOOKED_AT) {
            newest.add(backwards.next());
        }
        return newest;
    }

    /** A remembered post; compared by identity, because equal posts may be remembered twice. */
    private static final class Entry {

        private final IncidentId incident;
        private final SimilarPost post;

        Entry(IncidentId incident, SimilarPost post) {
            this.incident = incident;
            this.post = post;
        }
    }

    /** Posts of one topic in one municipality are looked at together. */
    private record Key(TopicId topic, PlaceId municipality) {

        static Optional<Key> of(SimilarPost post) {
            return post.topic().flatMap(topic -> post.municipality().map(place -> new Key(topic, place)));
        }
    }
}
