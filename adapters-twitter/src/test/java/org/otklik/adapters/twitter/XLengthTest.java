package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XLengthTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Дорога|6",
                "« » — – \"|9",
                "№|2",
                "…|2",
                "₽|2",
                "gosuslugi.ru|23",
                "ok.ru/x vk.com t.me/abc|71",
                "администрация.рф|16",
                "https://администрация.рф/путь|23",
                "👨‍👩‍👧‍👦|2",
                "e\u0301|1",
                "а\u200bб|3",
                "🇷🇺|2",
                "1⃣|2",
                "☺️|2",
                "user@mail.ru|12",
                "кв.5,д.3 т.е. и т.д.|20"
            })
    void weighs_as_x_does(String text, int weight) {
        assertEquals(weight, XLength.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gosuslugi.ru", "см. www.samara.gov.ru/", "https://дети.рф", "HTTP://EXAMPLE.COM", "t.co/abc"})
    void finds_links_that_cost(String text) {
        assertTrue(XLength.hasLink(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"администрация.рф", "user@mail.ru", "ул.Победы", "т.е.", "конец.Начало", "", "13.00"})
    void takes_no_plain_text_for_a_link(String text) {
        assertFalse(XLength.hasLink(text));
    }

    @Test
    void a_text_of_dots_and_letters_without_end_takes_no_time() {
        String[] nasty = {
            "a.".repeat(5_000),
            "a-a.".repeat(2_500),
            "http://" + "a-".repeat(5_000),
            "x.ru/" + "(a".repeat(5_000),
            "x.ru/" + "(a)".repeat(5_000)
        };
        for (String text : nasty) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> XLength.of(text));
        }
    }
}
