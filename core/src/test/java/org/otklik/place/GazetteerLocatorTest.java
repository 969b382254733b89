package org.otklik.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.id.PlaceId;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.PostText;
import org.otklik.text.Segment;

class GazetteerLocatorTest {

    private static final GazetteerLocator LOCATOR = GazetteerLocator.of(Places.gazetteer());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "в Тольятти яма на дороге | tolyatti",
                "жители Сызрани без воды | syzran",
                "Под Самарой опять свалка | samara",
                "у нас в самаре темно | samara",
                "в Волжском районе не чистят | volzhsky-district",
                "Ленинский р-н, темно | samara.leninsky",
                "Самара, Ленинский район, ул. Мира | samara.leninsky",
                "В Кинель-Черкассах закрыли баню | kch",
                "село Победа без света | volzhsky.pobeda",
                "пос. Рощинский, нет газа | volzhsky.roshchinsky",
                "Дубовый Умет, автобус не ходит | volzhsky.dubovy-umyot",
                "в Отрадном сломан лифт | otradny",
                "тольяттинские дороги разбиты | tolyatti",
                "Сызранцы третий день без тепла | syzran",
                "#тольятти нет света | tolyatti",
                "Николаевка, Волжский район: нет воды | volzhsky.nikolayevka",
                "в Кинеле | kinel"
            })
    void a_name_in_any_form_is_a_place(String text, String place) {
        assertEquals(place, best(LOCATOR.locate(post(text, Discussion.NONE))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "яма на ул. Победы",
                "С Днём Победы всех",
                "на Самарской улице темно",
                "наша победа близко",
                "отрадный факт",
                "река Самара обмелела",
                "проспект Ленинский стоит"
            })
    void a_word_that_only_looks_like_a_place_is_none(String text) {
        assertEquals("", best(LOCATOR.locate(post(text, Discussion.NONE))));
    }

    @Test
    void namesakes_without_context_are_candidates_and_no_guess() {
        Location location = LOCATOR.locate(post("в Николаевке нет воды", Discussion.NONE));

        assertEquals(2, location.candidates().size());
        assertTrue(location.isAmbiguous());
        assertTrue(location.candidates().get(0).reasons().contains(PlaceReason.AMBIGUOUS));
    }

    @Test
    void the_page_decides_between_namesakes() {
        Discussion page = Discussion.onPage("42").withPagePlace(PlaceId.of("krasnoyarsky-district"));

        Location location = LOCATOR.locate(post("в Николаевке нет воды", page));

        assertEquals("krasnoyarsky.nikolayevka", best(location));
        assertTrue(location.best().orElseThrow().reasons().contains(PlaceReason.MUNICIPALITY_DECIDES));
    }

    @Test
    void a_comment_takes_the_place_of_its_parent_and_says_so() {
        Discussion parent = Discussion.under(PostId.of("vk", "1"), "Сызрань, нет тепла третий день");

        Location location = LOCATOR.locate(post("у нас то же самое", parent));

        assertEquals("syzran", best(location));
        assertEquals(
                Segment.PARENT, location.best().orElseThrow().evidence().get(0).segment());
    }

    @Test
    void the_page_is_the_last_resort() {
        Discussion page = Discussion.onPage("42").withPagePlace(PlaceId.of("tolyatti"));

        assertEquals("tolyatti", best(LOCATOR.locate(post("нет воды", page))));
        assertEquals("syzran", best(LOCATOR.locate(post("в Сызрани нет воды", page))));
        assertEquals("", best(LOCATOR.locate(post("нет воды", Discussion.NONE))));
    }

    @Test
    void a_street_is_an_address_and_narrows_the_scale() {
        Location location = LOCATOR.locate(post("Тольятти, ул. Мира, 45: яма", Discussion.NONE));

        assertTrue(location.address().orElseThrow().house());
        assertEquals(Scale.HOUSE_OR_STREET, location.scale());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "по всей области нет лекарств | REGIONAL",
                "трасса М-5 под Самарой не чищена | FEDERAL",
                "в нашем дворе темно | HOUSE_OR_STREET",
                "весь посёлок сидит без воды | SETTLEMENT",
                "в Тольятти нет врачей | MUNICIPAL"
            })
    void the_scale_follows_the_words(String text, Scale scale) {
        assertEquals(scale, LOCATOR.locate(post(text, Discussion.NONE)).scale());
    }

    @Property
    void any_text_is_located_without_failure(@ForAll String text) {
        Location location = LOCATOR.locate(post(text, Discussion.NONE));

        assertFalse(location.candidates().stream().anyMatch(candidate -> candidate.score() > 1));
    }

    private static String best(Location location) {
        return location.best().map(candidate -> candidate.place().value()).orElse("");
    }

    private static PostText post(String text, Discussion discussion) {
        return PostText.of(Post.builder(PostId.of("vk", "9"), Instant.EPOCH)
                .text(text)
                .discussion(discussion)
                .build());
    }
}
