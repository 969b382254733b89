package org.otklik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "яма ямы яме яму ямой ямам ямах",
                "дорога дороги дорогу дорогой дорог дорогах",
                "фонарь фонари фонарей фонаря фонарём",
                "горит горят горел горела горели гореть",
                "вода воды воду водой воде",
                "лифт лифта лифты лифтов лифте",
                "остановка остановки остановок остановке",
                "сломался сломалась сломались сломали",
                "протекает протекают протекать",
                "надпись надписи надписей",
                "канал каналы канала канале"
            })
    void the_forms_of_a_word_share_their_stem(String forms) {
        assertEquals(
                1,
                Arrays.stream(forms.split(" "))
                        .map(Words::stem)
                        .collect(Collectors.toSet())
                        .size(),
                () -> Arrays.stream(forms.split(" ")).map(Words::stem).toList().toString());
    }

    @Test
    void yo_and_case_and_latin_twins_are_folded() {
        assertEquals("елка", Words.fold("Ёлка"));
        assertEquals("самара", Words.fold("Сaмapa"));
        assertEquals("led", Words.fold("LED"));
        assertEquals(Words.hash("ёж"), Words.hash("Еж"));
    }

    @Test
    void invisible_marks_inside_a_word_vanish() {
        assertEquals("дорога", Words.fold("до\u200Bро\u00ADга\u0301"));
        assertEquals("район", Words.fold("раи\u0306он"));
    }

    @Test
    void words_of_unlike_meaning_keep_unlike_stems() {
        assertNotEquals(Words.stem("вода"), Words.stem("водитель"));
        assertNotEquals(Words.stem("газ"), Words.stem("газон"));
        assertNotEquals(Words.stem("мост"), Words.stem("место"));
    }

    @Property
    void folding_twice_is_folding_once(@ForAll String any) {
        String once = Words.fold(any);

        assertEquals(once, Words.fold(once));
    }

    @Property
    void hashing_depends_on_the_folded_word_only(@ForAll String any) {
        assertEquals(Words.hash(any), Words.hash(Words.fold(any)));
        assertEquals(Words.stemHash(any), Words.stemHash(Words.fold(any)));
    }
}
