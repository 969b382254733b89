package org.otklik.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.PostText;

class SketchTest {

    private static Sketch sketch(String text) {
        return Sketch.of(PostText.of(
                Post.builder(PostId.of("vk", "1"), Instant.EPOCH).text(text).build()));
    }

    @Property(tries = 200)
    void the_estimate_lies_near_the_true_share_of_common_words_and_pairs(
            @ForAll @IntRange(min = 40, max = 300) int words, @ForAll @IntRange(min = 0, max = 100) int percent) {
        int changed = words * percent / 100;
        String one = IntStream.range(0, words).mapToObj(i -> "слово" + i).collect(Collectors.joining(" "));
        String other = IntStream.range(0, words)
                .mapToObj(i -> i < changed ? "иное" + i : "слово" + i)
                .collect(Collectors.joining(" "));

        double common = Math.max(0, 2.0 * (words - changed) - 1);
        double truth = common / (2 * (2.0 * words - 1) - common);

        assertEquals(truth, sketch(one).resemblance(sketch(other)), 0.3);
    }

    @Property
    void a_text_resembles_itself_wholly_and_nothing_resembles_an_empty_one(@ForAll String text) {
        Sketch sketch = sketch(text);

        assertEquals(sketch.hasWords() ? 1 : 0, sketch.resemblance(sketch(text)));
        assertEquals(0, sketch.resemblance(Sketch.EMPTY));
        assertFalse(sketch.contradicts(sketch));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "яма на ул. Победы, 12 | яма на ул. Победы, 14",
                "яма на ул. Победы | яма на ул. Гагарина",
                "в Заречинске нет воды | в Лугограде нет воды",
                "яма на улице победы | яма на улице гагарина",
                "нет воды на московском шоссе | нет воды на волжском шоссе",
                "дом Победы 3 и Победы 12 | дом Победы 3 и Победы 14",
                "закрыли маршрут 21 | закрыли маршрут 22"
            })
    void other_houses_streets_places_and_numbers_contradict(String one, String other) {
        assertTrue(sketch(one).contradicts(sketch(other)));
        assertTrue(sketch(other).contradicts(sketch(one)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "яма на ул. Победы, 12 | яма на улице Победы",
                "яма на ул. Победы | на ул. Победе огромная яма",
                "яма на ул. Революционной, 3 | яма на ул. Револицюонной, 3",
                "яма на ул. Некрасовской | яма на ул. Некрассовской",
                "яма у домов 51 и 61 на Мира | яма у дома 61 на Мира",
                "нет воды | в Заречинске нет воды",
                "ЯМА НА УЛИЦЕ У НАШЕГО ДОМА | яма на улице у нашего дома"
            })
    void what_one_leaves_out_or_misspells_does_not_contradict(String one, String other) {
        assertFalse(sketch(one).contradicts(sketch(other)));
        assertFalse(sketch(other).contradicts(sketch(one)));
    }

    @Test
    void another_house_is_told_apart_among_many_other_numbers() {
        String numbers = IntStream.range(100, 120).mapToObj(i -> "счёт " + i).collect(Collectors.joining(" "));

        for (int house = 2; house < 99; house++) {
            Sketch here = sketch("ул. Победы, дом 1. " + numbers);
            Sketch there = sketch("ул. Победы, дом " + house + ". " + numbers);
            assertTrue(here.contradicts(there) && there.contradicts(here), "дом " + house);
        }
    }

    @Test
    void a_post_of_many_numbers_does_not_contradict_its_own_part() {
        String many = IntStream.range(100, 160).mapToObj(i -> "счёт " + i).collect(Collectors.joining(" "));
        String part = many.substring(0, many.length() / 2);

        assertFalse(sketch(many).contradicts(sketch(part)));
        assertFalse(sketch(part).contradicts(sketch(many)));
    }
}
