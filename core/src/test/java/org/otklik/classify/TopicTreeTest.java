package org.otklik.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.id.TopicId;

class TopicTreeTest {

    private static final Topic ROADS = Topic.of("roads", "Дороги", "Roads");
    private static final Topic POTHOLES = Topic.of("roads.potholes", "Ямы на дорогах", "Potholes");

    @Test
    void a_topic_lies_within_itself_and_those_above() {
        TopicTree tree = TopicTree.of(List.of(ROADS, POTHOLES));

        assertTrue(tree.isWithin(POTHOLES.id(), ROADS.id()));
        assertTrue(tree.isWithin(ROADS.id(), ROADS.id()));
        assertFalse(tree.isWithin(ROADS.id(), POTHOLES.id()));
        assertEquals(ROADS, tree.rootOf(POTHOLES.id()).orElseThrow());
        assertTrue(tree.isLeaf(POTHOLES.id()));
        assertFalse(tree.isLeaf(ROADS.id()));
    }

    @Test
    void a_topic_is_found_by_its_title_in_any_case() {
        TopicTree tree = TopicTree.of(List.of(ROADS, POTHOLES));

        assertEquals(POTHOLES, tree.findByName("ямы НА дорогах").orElseThrow());
        assertTrue(tree.find(TopicId.of("waste")).isEmpty());
    }

    @Test
    void all_mistakes_are_reported_at_once() {
        List<Topic> topics = List.of(POTHOLES, POTHOLES, Topic.of("waste.dumps", "Свалки", "Dumps"));

        List<String> mistakes = TopicTree.mistakes(topics);

        assertEquals(4, mistakes.size());
        assertThrows(IllegalArgumentException.class, () -> TopicTree.of(topics));
    }
}
