package org.otklik.adapters.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.WatchedQuery;

class VkQueryTest {

    private static List<String> compile(String text) {
        return VkQuery.compile(SearchExpression.parse(text), 20);
    }

    @Test
    void words_phrases_tags_and_minus_are_written_as_vk_reads_them() {
        assertEquals(
                List.of("яма \"нет воды\" #жкх -реклама -\"куплю дом\""),
                compile("яма \"нет воды\" #жкх -реклама -\"куплю дом\""));
    }

    @Test
    void alternatives_become_searches_of_their_own() {
        assertEquals(
                List.of("Самара яма", "Самара ямы", "Тольятти яма", "Тольятти ямы"),
                compile("(Самара | Тольятти) (яма | ямы)"));
    }

    @Test
    void too_many_alternatives_are_refused() {
        assertThrows(
                IllegalArgumentException.class, () -> VkQuery.compile(SearchExpression.parse("(a | b) (c | d)"), 3));
    }

    @Test
    void a_rule_of_the_stream_names_its_query_and_too_large_ones_are_left_out() {
        WatchedQuery small = new WatchedQuery("a:b", Set.of(), SearchExpression.parse("(яма | свалка) -куплю"));
        WatchedQuery large = new WatchedQuery("large", Set.of(), SearchExpression.parse("слово ".repeat(101)));

        Map<String, String> rules = StreamRules.wanted(List.of(small, large), 20);

        assertEquals(Map.of("otklik:a:b:0", "яма -куплю", "otklik:a:b:1", "свалка -куплю"), rules);
        assertEquals(Optional.of("a:b"), StreamRules.query("otklik:a:b:1"));
        assertEquals(Optional.empty(), StreamRules.query("somebody else's"));
    }

    @Test
    void not_more_rules_are_wished_than_the_stream_takes() {
        List<WatchedQuery> many = IntStream.range(0, 400)
                .mapToObj(i -> new WatchedQuery("q" + i, Set.of(), SearchExpression.parse("слово" + i)))
                .toList();

        assertEquals(300, StreamRules.wanted(many, 20).size());
    }
}
