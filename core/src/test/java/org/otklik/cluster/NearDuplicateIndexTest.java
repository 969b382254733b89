package org.otklik.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.cluster.Told.NOON;
import static org.otklik.cluster.Told.incident;
import static org.otklik.cluster.Told.on;
import static org.otklik.cluster.Told.pit;
import static org.otklik.cluster.Told.post;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.cluster.SimilarityMatch.Attach;
import org.otklik.cluster.SimilarityMatch.None;
import org.otklik.cluster.SimilarityMatch.Suggest;
import org.otklik.cluster.SimilarityMatch.Suggestion;
import org.otklik.id.IncidentId;
import org.otklik.id.TopicId;

class NearDuplicateIndexTest {

    private static final String PIT = "На улице Победы возле дома 12 огромная яма прямо посреди дороги, вчера пробил"
            + " колесо, сделайте наконец ремонт";
    private static final IncidentId FIRST = incident(1);
    private static final IncidentId SECOND = incident(2);

    private final NearDuplicateIndex index = NearDuplicateIndex.of(100, Duration.ofDays(1));

    @Test
    void a_copy_of_five_words_joins_its_incident_and_says_which_post_it_repeats() {
        index.insert(FIRST, pit("p1", "огромная яма прямо посреди дороги"));

        Attach attach = assertInstanceOf(Attach.class, index.find(pit("p2", "Огромная яма прямо посреди дороги!!!")));

        assertEquals(FIRST, attach.incident());
        assertEquals("vk:p1", attach.post().toString());
        assertEquals(1, attach.score());
        assertTrue(attach.reasons().containsAll(Set.of(SimilarityReason.SAME_TEXT, SimilarityReason.SAME_TOPIC)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Здравствуйте! На улице Победы возле дома 12 огромная яма прямо посреди дороги, вчера пробил колесо, сделайте ремонт",
                "На улице Победы возле дома 12 огромная яма посреди дороги, вчера пробили колесо, сделайте наконец ремонт 😡",
                "На улице Победы возле дома 12 агромная яма прямо посреди дороги, вчера пробил колесо, зделайте наконец ремонт",
                "На улице Поебды возле дома 12 огромная яма прямо посреди дороги, вчера пробил колесо, сделайте наконец ремонт",
                "огромная яма прямо посреди дороги На улице Победы возле дома 12, вчера пробил колесо, сделайте наконец ремонт",
                "На улице Победы возле дома 12 огромная яма прямо посреди дороги, вчера пробил"
            })
    void the_same_told_with_small_changes_joins_its_incident(String retold) {
        index.insert(FIRST, pit("p1", PIT));

        Attach attach = assertInstanceOf(Attach.class, index.find(pit("p2", retold)));

        assertEquals(FIRST, attach.incident());
        assertTrue(attach.reasons().contains(SimilarityReason.NEAR_TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "На улице Гагарина возле дома 12 огромная яма прямо посреди дороги, вчера пробил колесо, сделайте наконец ремонт",
                "На улице Победы возле дома 14 огромная яма прямо посреди дороги, вчера пробил колесо, сделайте наконец ремонт"
            })
    void the_same_words_about_another_street_or_house_are_another_matter(String elsewhere) {
        index.insert(FIRST, pit("p1", PIT));

        assertInstanceOf(None.class, index.find(pit("p2", elsewhere)));
    }

    @Test
    void a_short_copy_is_only_suggested() {
        index.insert(FIRST, post("p1", "когда дадут воду", "housing.cold-water", "samara", NOON));

        Suggest suggest = assertInstanceOf(
                Suggest.class, index.find(post("p2", "Когда дадут воду?!", "housing.cold-water", "samara", NOON)));

        assertEquals(FIRST, suggest.suggestions().get(0).incident());
    }

    @Test
    void a_copy_from_another_town_is_another_case() {
        index.insert(FIRST, pit("p1", PIT));

        assertInstanceOf(None.class, index.find(post("p2", PIT, "roads.potholes", "syzran", NOON)));
    }

    @Test
    void a_copy_is_found_behind_the_same_words_from_many_towns() {
        index.insert(FIRST, pit("p1", PIT));
        for (int town = 0; town < 60; town++) {
            index.insert(incident(100 + town), post("t" + town, PIT, "roads.potholes", "town-" + town, NOON));
        }

        assertEquals(
                FIRST,
                assertInstanceOf(Attach.class, index.find(pit("p2", PIT))).incident());
    }

    @Test
    void a_short_text_that_leaves_the_town_or_the_house_out_is_only_suggested() {
        String few = "огромная яма прямо посреди дороги, вчера пробил колесо";
        index.insert(FIRST, pit("p1", few + ", Победы, дом 12"));
        index.insert(SECOND, post("p2", few, Optional.of(TopicId.of("roads.potholes")), Optional.empty(), NOON));

        assertInstanceOf(Suggest.class, index.find(pit("p3", few + " у нас")));
    }

    @Test
    void a_copy_outside_the_window_of_time_is_another_case() {
        index.insert(FIRST, pit("p1", PIT));

        assertInstanceOf(
                None.class, index.find(post("p2", PIT, "roads.potholes", "samara", NOON.plus(Duration.ofHours(30)))));
    }

    @Test
    void without_a_topic_only_a_long_text_joins() {
        String few = "тут огромная яма прямо посреди дороги";
        index.insert(FIRST, post("p1", PIT, Optional.empty(), Optional.empty(), NOON));
        index.insert(SECOND, post("p2", few, Optional.empty(), Optional.empty(), NOON));

        assertInstanceOf(Attach.class, index.find(post("p3", PIT, Optional.empty(), Optional.empty(), NOON)));
        assertInstanceOf(Suggest.class, index.find(post("p4", few, Optional.empty(), Optional.empty(), NOON)));
    }

    @Test
    void the_same_topic_in_the_same_town_is_suggested_within_the_window() {
        index.insert(FIRST, post("p1", "батареи ледяные", "housing.heating", "samara", NOON));

        List<Suggestion> soon = index.similar(
                post("p2", "в квартире 12 градусов", "housing.heating", "samara", NOON.plus(Duration.ofHours(20))));
        List<Suggestion> later = index.similar(
                post("p2", "в квартире 12 градусов", "housing.heating", "samara", NOON.plus(Duration.ofHours(30))));

        assertEquals(List.of(FIRST), soon.stream().map(Suggestion::incident).toList());
        assertEquals(List.of(), later);
    }

    @Test
    void another_street_is_not_suggested_and_the_same_street_and_hours_come_first() {
        index.insert(FIRST, on("Победы", pit("p1", "дорога разбита")));
        index.insert(SECOND, on("Мира", pit("p2", "колесо пробил")));
        index.insert(incident(3), pit("p3", "когда отремонтируют асфальт"));

        List<Suggestion> similar = index.similar(on("Мира", pit("p4", "опять яма во всю ширину")));

        assertEquals(
                List.of(SECOND, incident(3)),
                similar.stream().map(Suggestion::incident).toList());
        assertTrue(similar.get(0)
                .reasons()
                .containsAll(Set.of(SimilarityReason.SAME_STREET, SimilarityReason.SAME_HOURS)));
    }

    @Test
    void a_post_does_not_resemble_itself() {
        index.insert(FIRST, pit("p1", PIT));

        assertEquals(List.of(), index.similar(pit("p1", PIT)));
    }

    @Test
    void a_removed_incident_is_found_no_more() {
        index.insert(FIRST, pit("p1", PIT));
        index.insert(FIRST, pit("p2", PIT + " скорее"));

        index.remove(FIRST);

        assertEquals(0, index.size());
        assertInstanceOf(None.class, index.find(pit("p3", PIT)));
        assertEquals(List.of(), index.similar(pit("p3", PIT)));
    }

    @Test
    void a_forgotten_post_is_found_no_more_and_the_others_of_its_incident_are() {
        index.insert(FIRST, pit("p1", PIT));
        index.insert(FIRST, pit("p2", "Совсем другими словами: разбито полотно, ездить стало невозможно никому"));

        index.forget(pit("p1", PIT).id());

        assertEquals(1, index.size());
        assertInstanceOf(None.class, index.find(pit("p3", PIT)));
        assertEquals(FIRST, index.similar(pit("p3", PIT)).get(0).incident());
    }

    @Test
    void a_post_that_is_inserted_again_moves_to_its_new_incident() {
        index.insert(FIRST, pit("p1", PIT));

        index.insert(SECOND, pit("p1", PIT));

        assertEquals(1, index.size());
        assertEquals(
                SECOND,
                assertInstanceOf(Attach.class, index.find(pit("p2", PIT))).incident());
    }

    @Test
    void old_posts_are_forgotten_when_the_caller_says_so() {
        index.insert(SECOND, post("p2", PIT, "roads.potholes", "samara", NOON.plusSeconds(10)));
        index.insert(FIRST, pit("p1", PIT));

        index.evictBefore(NOON.plusSeconds(5));

        assertEquals(1, index.size());
        assertEquals(
                SECOND,
                assertInstanceOf(Attach.class, index.find(pit("p3", PIT))).incident());
    }

    @Test
    void a_wave_pushes_no_other_incident_out() {
        index.insert(SECOND, pit("p0", PIT));
        for (int i = 1; i < 10_000; i++) {
            index.insert(FIRST, post("w" + i, "нет отопления третий день " + i, "housing.heating", "samara", NOON));
        }

        assertEquals(33, index.size());
        assertInstanceOf(Attach.class, index.find(pit("p1", PIT)));
    }

    @Test
    void a_host_can_ask_for_copies_only() {
        NearDuplicateIndex strict = NearDuplicateIndex.of(100, Duration.ofDays(1), 0.5, 1);
        strict.insert(FIRST, pit("p1", PIT));

        assertInstanceOf(Attach.class, strict.find(pit("p2", PIT)));
        assertInstanceOf(Suggest.class, strict.find(pit("p2", PIT + " скорее")));
    }

    @Test
    void thresholds_and_sizes_that_make_no_sense_are_refused() {
        Duration day = Duration.ofDays(1);

        assertThrows(IllegalArgumentException.class, () -> NearDuplicateIndex.of(0, day));
        assertThrows(IllegalArgumentException.class, () -> NearDuplicateIndex.of(10, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> NearDuplicateIndex.of(10, day, 0.6, 0.5));
        assertThrows(IllegalArgumentException.class, () -> NearDuplicateIndex.of(10, day, 0, 0.5));
    }
}
