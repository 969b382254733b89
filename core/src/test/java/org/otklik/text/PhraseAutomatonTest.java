package org.otklik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseAutomatonTest {

    @Test
    void a_phrase_is_found_in_any_form_of_its_words() {
        PhraseAutomaton automaton = PhraseAutomaton.onStems()
                .add(7, List.of(List.of("горячая"), List.of("вода")))
                .build();

        assertEquals(List.of("7:1-2"), found(automaton, "нет горячей воды"));
    }

    @Test
    void a_gap_may_be_filled_but_not_exceeded() {
        PhraseAutomaton automaton = PhraseAutomaton.onStems()
                .add(1, List.of(List.of("яма"), List.of("дорога", "асфальт")), new int[] {0, 2})
                .build();

        assertEquals(List.of("1:0-3"), found(automaton, "яма посреди нашей дороги"));
        assertEquals(List.of(), found(automaton, "яма посреди нашей любимой дороги"));
    }

    @Test
    void a_phrase_does_not_cross_a_sentence() {
        PhraseAutomaton automaton = PhraseAutomaton.onStems()
                .add(1, List.of(List.of("нет"), List.of("вода")), new int[] {0, 3})
                .build();

        assertEquals(List.of(), found(automaton, "Сил уже нет! Вода в доме"));
    }

    @Test
    void an_exact_word_stands_for_one_form_only() {
        PhraseAutomaton automaton =
                PhraseAutomaton.onStems().add(1, List.of(List.of("=скорая"))).build();

        assertEquals(List.of("1:0-0"), found(automaton, "Скорая едет"));
        assertEquals(List.of(), found(automaton, "скоро едет"));
    }

    @Test
    void a_number_sign_stands_for_any_token_with_a_digit() {
        PhraseAutomaton automaton = PhraseAutomaton.onStems()
                .add(1, List.of(List.of("=дом"), List.of(PhraseAutomaton.NUMBER)))
                .build();

        assertEquals(List.of("1:0-1"), found(automaton, "дом 12а"));
        assertEquals(List.of(), found(automaton, "дом у реки"));
    }

    @Test
    void overlapping_phrases_are_all_found() {
        PhraseAutomaton automaton = PhraseAutomaton.onWords()
                .add(1, List.of(List.of("кинель")))
                .add(2, List.of(List.of("кинель"), List.of("черкассы")))
                .build();

        assertEquals(List.of("1:0-0", "2:0-1"), found(automaton, "Кинель-Черкассы"));
    }

    @Test
    void a_phrase_without_words_is_refused() {
        assertThrows(
                IllegalArgumentException.class, () -> PhraseAutomaton.onStems().add(1, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> PhraseAutomaton.onStems().add(1, List.of(List.of("а")), new int[] {9}));
    }

    private static List<String> found(PhraseAutomaton automaton, String text) {
        List<String> found = new ArrayList<>();
        automaton.find(PostText.tokens(text), (phrase, first, last) -> found.add(phrase + ":" + first + "-" + last));
        return found;
    }
}
