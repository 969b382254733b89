package org.otklik;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PackMistakeTest {

    private final PackMistake mistake = new PackMistake("places.csv", 7, "reference.place", List.of("gorod"));

    @Test
    void a_mistake_says_where_it_is_and_how_to_mend_it_in_the_readers_language() {
        assertEquals(
                "places.csv:7: The place 'gorod' does not exist. Add it to places.csv or correct the id.",
                mistake.message(Locale.GERMAN));
        assertEquals(
                "places.csv:7: Места «gorod» нет. Добавьте его в places.csv или исправьте идентификатор.",
                mistake.message(Locale.forLanguageTag("ru-RU")));
    }

    @Test
    void the_language_of_the_machine_changes_nothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ru"));

            assertEquals(mistake.toString(), mistake.message(Locale.ENGLISH));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_mistake_of_a_whole_file_names_no_line() {
        assertEquals(
                "sla.json: The file is not UTF-8. Save it as UTF-8.",
                new PackMistake("sla.json", 0, "file.encoding", List.of()).message(Locale.ENGLISH));
    }

    @Test
    void a_code_without_text_is_shown_as_it_is() {
        assertEquals("x.csv:1: odd [a]", new PackMistake("x.csv", 1, "odd", List.of("a")).toString());
    }
}
