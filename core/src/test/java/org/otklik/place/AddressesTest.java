package org.otklik.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.post.Discussion;
import org.otklik.text.PostText;

class AddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "яма на ул. Мира, д. 45 у школы | ул. Мира, д. 45",
                "пр-т Победы 12а затопило | пр-т Победы 12а",
                "на б-р Космонавтов, 3 темно | б-р Космонавтов, 3",
                "мкр. Крутые Ключи, 20 нет воды | мкр. Крутые Ключи, 20",
                "на Мира 45 яма | Мира 45",
                "Самарская улица, дом 5 | Самарская улица, дом 5",
                "СНТ Нива, не вывозят мусор | СНТ Нива",
                "улица Мира 3 день без света | улица Мира"
            })
    void a_street_with_its_house_is_an_address(String text, String address) {
        assertEquals(Optional.of(address), addressIn(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"на Самаре 3 дня дождь", "на улице темно", "в микрорайоне 2 недели нет воды", "нет света"})
    void what_names_no_street_is_none(String text) {
        assertEquals(Optional.empty(), addressIn(text));
    }

    @Test
    void a_house_is_told_from_a_street_without_one() {
        assertTrue(mention("ул. Мира, 45 яма").orElseThrow().house());
        assertEquals(false, mention("ул. Мира 2 недели без воды").orElseThrow().house());
    }

    private static Optional<AddressMention> mention(String text) {
        PostText post = GazetteerLocatorTest.post(text, Discussion.NONE);
        return GazetteerLocatorTest.LOCATOR.locate(post).address();
    }

    private static Optional<String> addressIn(String text) {
        return mention(text).map(AddressMention::evidence).map(at -> text.substring(at.start(), at.end()));
    }
}
