package org.otklik.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
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

    static final GazetteerLocator LOCATOR = GazetteerLocator.of(Places.gazetteer());

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
                "в Кинеле | kinel",
                "м.р. Волжский, нет связи | volzhsky-district",
                "село Кармалы без света | volzhsky.karmaly",
                "в Кармале темно | volzhsky.karmala",
                "#кинельчеркассы нет воды | kch",
                "жители Кротова просят автобус | volzhsky.krotovo",
                "дорога к Кротову разбита | volzhsky.krotovo",
                "нет света в Рощинском с утра | volzhsky.roshchinsky",
                "В посёлке Октябрьский Волжского района нет газа | volzhsky.oktyabrsky",
                "разъезд 13 км, не останавливается электричка | volzhsky.13-km"
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
                "проспект Ленинский стоит",
                "Депутат Кротов обещал и забыл",
                "Спасибо Кротову за помощь",
                "Сергей Рощинский поёт лучше всех",
                "Рощинский Виктор Петрович потерялся",
                "Ленинский район Казани",
                "в Рощинском Московской области пожар",
                "Волжский район Марий Эл",
                "СНТ Победа, нет воды",
                "магазин «Рощинский» закрыт",
                "на 13 км дороги пробка",
                "Отрадный факт",
                "Самарская, 12: прорыв трубы"
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
    void a_town_that_lies_elsewhere_or_only_at_the_end_of_the_road_is_a_candidate_and_no_more() {
        for (String text : List.of(
                "дорога на Сызрань вся в ямах",
                "за чертой города Самара свалка",
                "в нашем посёлке нет воды, звонили в Самару",
                "трасса Самара-Уральск разбита")) {
            Location location = LOCATOR.locate(post(text, Discussion.NONE));

            assertEquals("", best(location), text);
            assertFalse(location.candidates().isEmpty(), text);
        }
    }

    @Test
    void the_kind_word_decides_between_namesakes_of_one_district() {
        assertEquals("volzhsky.kurumoch", best(LOCATOR.locate(post("село Курумоч без света", Discussion.NONE))));
        assertEquals(
                "volzhsky.kurumoch-station", best(LOCATOR.locate(post("на станции Курумоч темно", Discussion.NONE))));
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

    @Test
    void of_the_widest_scale_the_first_words_are_the_evidence_whatever_places_and_narrower_scales_stand_between() {
        Location location = LOCATOR.locate(post(
                "В нашем дворе, в Тольятти и по всей области нет лекарств, по области их не ждут", Discussion.NONE));

        assertEquals(Scale.REGIONAL, location.scale());
        assertEquals(1, location.scaleEvidence().size());
        assertEquals("scale.regional", location.scaleEvidence().get(0).rule());
        assertEquals(28, location.scaleEvidence().get(0).start());
        assertEquals("tolyatti", best(location));
    }

    private static String best(Location location) {
        return location.best().map(candidate -> candidate.place().value()).orElse("");
    }

    static PostText post(String text, Discussion discussion) {
        return PostText.of(Post.builder(PostId.of("vk", "9"), Instant.EPOCH)
                .text(text)
                .discussion(discussion)
                .build());
    }
}
