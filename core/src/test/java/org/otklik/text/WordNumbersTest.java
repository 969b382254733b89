package org.otklik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordNumbersTest {

    private static final long ROAD = 11;
    private static final long HIGHWAY = 12;
    private static final long PIT = 13;
    private static final long HOLE = 14;

    private static WordNumbers of(PhraseDraft... phrases) {
        return new WordNumbers(List.of(phrases));
    }

    private static PhraseDraft phrase(long[]... steps) {
        return new PhraseDraft(1, steps, new int[steps.length]);
    }

    private static long[] step(long... words) {
        return words;
    }

    @Test
    void words_that_only_one_step_takes_share_a_number() {
        WordNumbers words = of(phrase(step(PIT, HOLE), step(ROAD, HIGHWAY)));

        assertEquals(words.numbers().get(PIT), words.numbers().get(HOLE));
        assertEquals(words.numbers().get(ROAD), words.numbers().get(HIGHWAY));
        assertNotEquals(words.numbers().get(PIT), words.numbers().get(ROAD));
        assertEquals(2, words.greatest());
    }

    @Test
    void words_that_all_the_same_steps_of_several_phrases_take_share_a_number() {
        WordNumbers words = of(phrase(step(PIT), step(ROAD, HIGHWAY)), phrase(step(ROAD, HIGHWAY), step(HOLE)));

        assertEquals(words.numbers().get(ROAD), words.numbers().get(HIGHWAY));
        assertEquals(3, words.greatest());
    }

    @Test
    void a_word_that_another_step_takes_alone_has_a_number_of_its_own() {
        WordNumbers words = of(phrase(step(PIT, HOLE), step(ROAD)), phrase(step(PIT)));

        assertNotEquals(words.numbers().get(PIT), words.numbers().get(HOLE));
    }

    @Test
    void numbers_begin_at_1_with_the_words_of_the_first_phrase() {
        WordNumbers words = of(phrase(step(HOLE)), phrase(step(PIT), step(HOLE)));

        assertEquals(1, words.numbers().get(HOLE));
        assertEquals(2, words.numbers().get(PIT));
    }
}
