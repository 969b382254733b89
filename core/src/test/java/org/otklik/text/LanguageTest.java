package org.otklik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TATAR|Исәнмесез, безнең урамда ут юк, кайчан җибәрәсез?",
                "TATAR|Исанмесез, безнен урамда су юк инде оч кон, ярдам кирак",
                "BASHKIR|Беҙҙең ауылда һыу юҡ, ярҙам итегеҙ",
                "BASHKIR|Урамда бик ҡараңғы, ҡасан яҡтырталар?",
                "CHUVASH|Пирӗн урамра шыв ҫук, паян та ӗнер те",
                "CHUVASH|Шыв çук, хăçан пулать? Ялта пурте ыйтаççĕ",
                "MORDVIN|Шумбратада! Минек велесэ ведь арась, кода эрямо?",
                "MORDVIN|Шумбрат, мезе теемс, кудось якшамо",
                "OTHER|У нас немає світла вже третій день, допоможіть",
                "OTHER|There has been no light in our street for days"
            })
    void a_language_is_told_by_its_letters_and_its_frequent_words(Language language, String text) {
        assertEquals(language, Language.of(text, PostText.tokens(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Нет воды третий день, примите меры",
                "Рахмат, друзья! В кафе «Йорт» на улице Авыл вкусно кормят, всем советую от души",
                "Ремонт кода в приложении затянулся, придётся ждать",
                "Купил iPhone 15 и AirPods Pro, доволен",
                "Тётка из Бөгелмә приезжала, привезла мёда и пирогов, сидели до ночи"
            })
    void a_russian_text_with_a_word_of_neighbours_stays_russian(String text) {
        assertEquals(Language.RUSSIAN, Language.of(text, PostText.tokens(text)));
    }

    @Test
    void a_code_leads_back_to_its_language() {
        for (Language language : Language.values()) {
            assertEquals(language, Language.ofCode(language.code()));
        }
        assertEquals(Language.OTHER, Language.ofCode("xx"));
    }
}
