package org.otklik.examples.demo.posts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.otklik.Region;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.place.Place;

class CoverageTest {

    private final Region region = Region.fromResources(CoverageTest.class.getClassLoader(), "regions/samara");
    private final PostsFile file = new PostsReader(ZoneId.of("Europe/Samara")).bundled();

    @Test
    void the_committed_table_says_what_the_posts_hold() throws IOException {
        Map<String, String> written = table();

        Map<String, Integer> counted = new TreeMap<>();
        firstLines().values().forEach(line -> count(line, counted));

        counted.forEach((what, number) -> assertEquals(String.valueOf(number), written.get(what), what));
        assertEquals(String.valueOf(firstLines().size()), written.get("total"));
        assertEquals(String.valueOf(file.lines().size()), written.get("lines"));
    }

    @Test
    void the_bundled_day_is_as_rich_as_the_demo_promises() {
        List<PostLine> posts = new ArrayList<>(firstLines().values());
        long noise = posts.stream()
                .filter(line -> line.gold().orElseThrow().incident() == Gold.Verdict.NO)
                .count();
        Set<Optional<PlaceId>> municipalities = new LinkedHashSet<>();
        posts.forEach(line -> municipalities.add(line.gold()
                .flatMap(Gold::place)
                .flatMap(region.gazetteer()::municipalityOf)
                .map(Place::id)));

        assertTrue(posts.size() >= 300, "posts");
        assertTrue(noise >= posts.size() / 4, "noise");
        assertTrue(municipalities.size() > 25, "municipalities");
        assertEquals(List.of(), file.badRows());
    }

    @Test
    void every_label_names_a_topic_and_a_place_of_the_region() {
        firstLines().values().stream().map(line -> line.gold().orElseThrow()).forEach(gold -> {
            gold.topic()
                    .ifPresent(topic -> assertTrue(region.topics().find(topic).isPresent(), topic::value));
            gold.place()
                    .ifPresent(
                            place -> assertTrue(region.gazetteer().find(place).isPresent(), place::value));
        });
    }

    private Map<String, PostLine> firstLines() {
        Map<String, PostLine> first = new LinkedHashMap<>();
        file.lines().forEach(line -> first.putIfAbsent(line.id(), line));
        return first;
    }

    private void count(PostLine line, Map<String, Integer> counted) {
        Gold gold = line.gold().orElseThrow();
        add("incident " + gold.incident().name().toLowerCase(java.util.Locale.ROOT), counted);
        add("kind " + gold.kind(), counted);
        add("network " + line.network().orElseThrow(), counted);
        add("page " + line.page().orElseThrow(), counted);
        gold.topic().ifPresent(topic -> countTopic(topic, counted));
        gold.place().ifPresent(place -> countPlace(place, counted));
        line.replyTo().ifPresent(parent -> add("comments", counted));
    }

    private void countTopic(TopicId topic, Map<String, Integer> counted) {
        add("topic " + topic.value(), counted);
        add("top topic " + region.topics().rootOf(topic).orElseThrow().id().value(), counted);
    }

    private void countPlace(PlaceId place, Map<String, Integer> counted) {
        region.gazetteer()
                .municipalityOf(place)
                .ifPresent(
                        municipality -> add("municipality " + municipality.id().value(), counted));
        if (place.value().contains(".")) {
            add("inner district " + place.value(), counted);
        }
    }

    private static void add(String what, Map<String, Integer> counted) {
        counted.merge(what, 1, Integer::sum);
    }

    private static Map<String, String> table() throws IOException {
        try (InputStream in = CoverageTest.class.getResourceAsStream("/org/otklik/examples/demo/COVERAGE.md")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> rows = new LinkedHashMap<>();
            text.lines().filter(line -> line.startsWith("| ")).forEach(line -> {
                List<String> cells = List.of(line.split("\\|", -1));
                rows.put(cells.get(1).strip(), cells.get(2).strip());
            });
            return rows;
        }
    }
}
