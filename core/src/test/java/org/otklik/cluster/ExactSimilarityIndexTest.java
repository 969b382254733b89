package org.otklik.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.text.TextHash;

class ExactSimilarityIndexTest {

    private static final Instant NOON = Instant.parse("2026-11-19T12:00:00Z");
    private static final IncidentId FIRST = incident(1);
    private static final IncidentId SECOND = incident(2);

    private final ExactSimilarityIndex index = ExactSimilarityIndex.of(100, Duration.ofDays(1));

    @Test
    void an_exact_copy_of_five_words_joins_its_incident() {
        index.insert(FIRST, post(1, 8, "roads.potholes", "tolyatti", NOON));

        SimilarityMatch match = index.find(post(1, 8, "roads.potholes", "tolyatti", NOON.plusSeconds(60)));

        SimilarityMatch.Attach attach = assertInstanceOf(SimilarityMatch.Attach.class, match);
        assertEquals(FIRST, attach.incident());
        assertTrue(attach.reasons().containsAll(Set.of(SimilarityReason.SAME_TEXT, SimilarityReason.SAME_TOPIC)));
    }

    @Test
    void a_short_copy_is_only_suggested() {
        index.insert(FIRST, post(1, 3, "housing.cold-water", "samara", NOON));

        assertInstanceOf(SimilarityMatch.Suggest.class, index.find(post(1, 3, "housing.cold-water", "samara", NOON)));
    }

    @Test
    void a_copy_from_another_town_is_another_case() {
        index.insert(FIRST, post(1, 8, "roads.potholes", "tolyatti", NOON));

        assertInstanceOf(SimilarityMatch.None.class, index.find(post(1, 8, "roads.potholes", "syzran", NOON)));
    }

    @Test
    void the_same_topic_in_the_same_town_is_suggested_within_the_window() {
        index.insert(FIRST, post(1, 8, "housing.heating", "samara", NOON));

        assertInstanceOf(
                SimilarityMatch.Suggest.class,
                index.find(post(2, 9, "housing.heating", "samara", NOON.plus(Duration.ofHours(20)))));
        assertInstanceOf(
                SimilarityMatch.None.class,
                index.find(post(2, 9, "housing.heating", "samara", NOON.plus(Duration.ofHours(30)))));
    }

    @Test
    void another_street_is_not_suggested_and_the_same_street_comes_first() {
        index.insert(FIRST, onStreet(1, 11, NOON));
        index.insert(SECOND, onStreet(2, 22, NOON));
        index.insert(incident(3), post(3, 9, "roads.potholes", "samara", NOON));

        SimilarityMatch.Suggest suggest =
                assertInstanceOf(SimilarityMatch.Suggest.class, index.find(onStreet(4, 22, NOON)));

        assertEquals(2, suggest.suggestions().size());
        assertEquals(SECOND, suggest.suggestions().get(0).incident());
        assertTrue(suggest.suggestions().get(0).reasons().contains(SimilarityReason.SAME_STREET));
    }

    @Test
    void a_removed_incident_is_found_no_more() {
        index.insert(FIRST, post(1, 8, "roads.potholes", "tolyatti", NOON));

        index.remove(FIRST);

        assertEquals(0, index.size());
        assertInstanceOf(SimilarityMatch.None.class, index.find(post(1, 8, "roads.potholes", "tolyatti", NOON)));
    }

    @Test
    void old_posts_are_forgotten_when_the_caller_says_so() {
        index.insert(FIRST, post(1, 8, "roads.potholes", "tolyatti", NOON));
        index.insert(SECOND, post(2, 8, "roads.potholes", "tolyatti", NOON.plusSeconds(10)));

        index.evictBefore(NOON.plusSeconds(5));

        assertEquals(1, index.size());
    }

    @Test
    void a_wave_pushes_no_other_incident_out() {
        index.insert(SECOND, post(7, 8, "roads.potholes", "tolyatti", NOON));
        for (int i = 0; i < 10_000; i++) {
            index.insert(FIRST, post(i + 100, 8, "housing.heating", "samara", NOON));
        }

        assertInstanceOf(SimilarityMatch.Attach.class, index.find(post(7, 8, "roads.potholes", "tolyatti", NOON)));
    }

    @Property
    void the_index_never_holds_more_than_its_room(@ForAll @IntRange(min = 1, max = 300) int posts) {
        ExactSimilarityIndex small = ExactSimilarityIndex.of(10, Duration.ofDays(1));

        for (int i = 0; i < posts; i++) {
            small.insert(incident(i), post(i, 8, "roads.potholes", "samara", NOON));
        }

        assertEquals(Math.min(10, posts), small.size());
    }

    private static SimilarPost post(long text, int words, String topic, String place, Instant at) {
        return new SimilarPost(
                new TextHash(text, text),
                words,
                Optional.of(TopicId.of(topic)),
                Optional.of(PlaceId.of(place)),
                Optional.of(PlaceId.of(place)),
                OptionalLong.empty(),
                at);
    }

    private static SimilarPost onStreet(long text, long street, Instant at) {
        PlaceId samara = PlaceId.of("samara");
        return new SimilarPost(
                new TextHash(text, text),
                9,
                Optional.of(TopicId.of("roads.potholes")),
                Optional.of(samara),
                Optional.of(samara),
                OptionalLong.of(street),
                at);
    }

    private static IncidentId incident(int number) {
        return IncidentId.of(String.format("%026d", number));
    }
}
