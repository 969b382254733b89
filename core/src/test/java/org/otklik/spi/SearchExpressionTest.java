package org.otklik.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.spi.SearchExpression.Kind;
import org.otklik.spi.SearchExpression.Term;

class SearchExpressionTest {

    @Test
    void words_phrases_hashtags_alternatives_and_exclusions_are_read() {
        SearchExpression search = SearchExpression.parse(
                " (Самара|Тольятти)  яма \"нет  горячей воды\" #жкх -реклама -\"куплю дом\" -#спам");

        assertEquals(
                List.of(
                        Set.of(word("Самара"), word("Тольятти")),
                        Set.of(word("яма")),
                        Set.of(new Term(Kind.PHRASE, "нет горячей воды")),
                        Set.of(new Term(Kind.HASHTAG, "жкх"))),
                search.all());
        assertEquals(
                Set.of(word("реклама"), new Term(Kind.PHRASE, "куплю дом"), new Term(Kind.HASHTAG, "спам")),
                search.none());
    }

    private static Term word(String text) {
        return new Term(Kind.WORD, text);
    }

    @Test
    void a_hyphen_and_a_dot_inside_belong_to_the_word() {
        assertEquals(
                List.of(Set.of(word("Санкт-Петербург")), Set.of(word("ул.Победы"))),
                SearchExpression.parse("Санкт-Петербург ул.Победы").all());
    }

    @Test
    void it_is_written_as_it_is_read() {
        String text = "(Самара | Тольятти) яма \"нет воды\" #жкх -реклама";

        assertEquals(text, SearchExpression.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        (Самара яма;9
        (Самара | );11
        (;2
        );1
        яма |;5
        яма "нет воды;6
        яма "  ";6
        яма # жкх;6
        яма - реклама;6
        яма !;5
        -реклама;9
        `   `;4
        ``;1
        """)
    void a_mistake_is_told_with_its_place(String text, int place) {
        IllegalArgumentException mistake =
                assertThrows(IllegalArgumentException.class, () -> SearchExpression.parse(text));

        assertTrue(mistake.getMessage().contains("at character " + place + ":"), mistake.getMessage());
    }

    @Test
    void an_endless_search_is_not_read() {
        String endless = "яма ".repeat(501);

        assertThrows(IllegalArgumentException.class, () -> SearchExpression.parse(endless));
    }

    @Test
    void alternatives_are_written_out_up_to_a_limit() {
        SearchExpression search = SearchExpression.parse("(Самара | Тольятти) (яма | ямы) дорога");

        assertEquals(
                List.of(
                        List.of(word("Самара"), word("яма"), word("дорога")),
                        List.of(word("Самара"), word("ямы"), word("дорога")),
                        List.of(word("Тольятти"), word("яма"), word("дорога")),
                        List.of(word("Тольятти"), word("ямы"), word("дорога"))),
                search.ways(4));
        assertThrows(IllegalArgumentException.class, () -> search.ways(3));
    }

    @Test
    void nothing_to_find_is_no_search() {
        assertThrows(IllegalArgumentException.class, () -> new SearchExpression(List.of(), Set.of(word("реклама"))));
        assertThrows(IllegalArgumentException.class, () -> new SearchExpression(List.of(Set.of()), Set.of()));
    }
}
