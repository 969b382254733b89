package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.spi.SearchExpression;

class XQueriesTest {

    private static List<String> compile(String expression, int longest) {
        return XQueries.compile(SearchExpression.parse(expression), longest);
    }

    @Test
    void groups_phrases_hashtags_and_exclusions_are_written_as_x_reads_them() {
        assertEquals(
                List.of("(Самара OR Тольятти) (яма OR ямы) \"нет воды\" #жкх -реклама -is:retweet"),
                compile("(Самара | Тольятти) (яма | ямы) \"нет воды\" #жкх -реклама", 512));
    }

    @Test
    void words_that_x_takes_for_operators_are_quoted() {
        assertEquals(List.of("\"Комсомольск-на-Амуре\" \"OR\" -is:retweet"), compile("Комсомольск-на-Амуре OR", 512));
    }

    @Test
    void a_query_that_is_too_long_becomes_parts_that_together_ask_the_same() {
        String words = IntStream.range(0, 150).mapToObj(i -> "слово" + i).collect(Collectors.joining(" | "));

        List<String> parts = compile("(Самара | Тольятти) (" + words + ") -реклама", 512);

        String all = String.join(" ", parts);
        assertTrue(parts.size() > 1);
        parts.forEach(part -> assertTrue(part.length() <= 512 && part.endsWith(" -реклама -is:retweet")));
        parts.forEach(part -> assertTrue(part.startsWith("(Самара OR Тольятти) ")));
        IntStream.range(0, 150).forEach(i -> assertTrue(all.matches(".*[ (]слово" + i + "[ )].*")));
    }

    @Test
    void what_cannot_be_split_is_refused_with_a_reason() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> compile("слово ".repeat(60), 64));

        assertTrue(String.valueOf(refusal.getMessage()).contains("shorten"));
    }
}
