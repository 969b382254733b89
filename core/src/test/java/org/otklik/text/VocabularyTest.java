package org.otklik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final int MANY = 40_000;

    private final Vocabulary vocabulary = new Vocabulary();

    @Test
    void a_form_keeps_its_number_and_stem_while_others_come() {
        int[] numbers = IntStream.range(0, MANY)
                .map(i -> vocabulary.add(form(i), i + 1L))
                .toArray();

        for (int i = 0; i < MANY; i++) {
            assertEquals(numbers[i], vocabulary.number(form(i)));
            assertEquals(i + 1L, vocabulary.stem(numbers[i]));
        }
    }

    @Test
    void what_was_met_is_forgotten_when_it_is_too_much() {
        IntStream.range(0, MANY).forEach(i -> vocabulary.add(form(i), 1));
        WordNotes notes = vocabulary.notes("reader");
        notes.set(MANY, 7);
        notes.set(1, 7);

        vocabulary.makeRoom();

        assertEquals(Vocabulary.NONE, vocabulary.number(form(0)));
        assertEquals(1, vocabulary.add(form(MANY), 1));
        assertEquals(WordNotes.NONE, vocabulary.notes("reader").get(1));
    }

    @Test
    void a_few_forms_are_not_forgotten() {
        int number = vocabulary.add(form(1), 5);

        vocabulary.makeRoom();

        assertEquals(number, vocabulary.number(form(1)));
    }

    @Test
    void everybody_has_notes_of_their_own_that_grow_with_the_forms() {
        Object one = new Object();
        vocabulary.add(form(0), 1);
        vocabulary.notes(one).set(1, 42);

        IntStream.range(1, MANY).forEach(i -> vocabulary.add(form(i), 1));
        vocabulary.notes(one).set(MANY, 43);

        assertEquals(42, vocabulary.notes(one).get(1));
        assertEquals(43, vocabulary.notes(one).get(MANY));
        assertEquals(WordNotes.NONE, vocabulary.notes(new Object()).get(1));
    }

    @Test
    void however_many_take_notes_only_some_are_kept() {
        Object first = new Object();
        WordNotes before = vocabulary.notes(first);
        assertSame(before, vocabulary.notes(first));

        IntStream.range(0, 100).forEach(i -> vocabulary.notes(new Object()));

        assertNotSame(before, vocabulary.notes(first));
    }

    private static long form(int i) {
        long form = Words.hash("слово" + i);
        assertNotEquals(0, form);
        return form;
    }
}
