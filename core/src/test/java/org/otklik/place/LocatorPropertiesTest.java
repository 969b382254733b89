package org.otklik.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.otklik.id.PlaceId;
import org.otklik.post.Discussion;
import org.otklik.post.PostId;
import org.otklik.text.Evidence;
import org.otklik.text.PostText;

class LocatorPropertiesTest {

    private static final GazetteerLocator LOCATOR = GazetteerLocator.of(Places.gazetteer());
    private static final GazetteerLocator WITH_ONE_MORE = GazetteerLocator.of(withOneMore());

    private static Gazetteer withOneMore() {
        List<Place> places = new ArrayList<>(Places.gazetteer().all());
        places.add(Place.of(
                "volzhsky.irrelevant",
                "Ъюжмыхово",
                Place.Kind.SETTLEMENT,
                Optional.of(PlaceId.of("volzhsky-district"))));
        return Gazetteer.of(places);
    }

    @Property
    void any_text_is_located_and_every_span_lies_in_its_text(@ForAll String text, @ForAll String parent) {
        PostText post = GazetteerLocatorTest.post(text, Discussion.under(PostId.of("vk", "1"), parent));

        assertSound(LOCATOR.locate(post), post);
    }

    @Property
    void words_of_places_in_any_order_are_located_and_every_span_lies_in_its_text(@ForAll("words") List<String> words) {
        PostText post = GazetteerLocatorTest.post(String.join(" ", words), Discussion.NONE);

        assertSound(LOCATOR.locate(post), post);
    }

    @Property
    void a_place_that_is_not_named_changes_nothing(@ForAll("words") List<String> words) {
        PostText post = GazetteerLocatorTest.post(String.join(" ", words), Discussion.NONE);

        assertEquals(LOCATOR.locate(post), WITH_ONE_MORE.locate(post));
    }

    @Property
    void the_same_post_has_the_same_place_again(@ForAll("words") List<String> words) {
        PostText post = GazetteerLocatorTest.post(String.join(" ", words), Discussion.NONE);

        assertEquals(LOCATOR.locate(post), LOCATOR.locate(post));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(
                        "Волжский",
                        "Волжском",
                        "району",
                        "р-н",
                        "село",
                        "д.",
                        "г.",
                        "Победа",
                        "победе",
                        "Кинель-Черкассы",
                        "в",
                        "на",
                        "ул.",
                        "Самара",
                        "САМАРЕ",
                        "самарская",
                        "Кротова",
                        "Иван",
                        "Иванович",
                        ",",
                        "«",
                        "»",
                        "(",
                        "-",
                        "#",
                        "12",
                        "13 км",
                        "м.р.",
                        "Казани",
                        "области",
                        "метро",
                        "автобус",
                        "к",
                        "нет",
                        "воды",
                        "\n",
                        "!",
                        "мкр",
                        "Николаевка",
                        "Курумоч",
                        "станция",
                        "Октябрьский",
                        "вся",
                        "д. 5",
                        "СНТ",
                        "\u0301",
                        "\uD83D\uDE00",
                        "x")
                .list()
                .ofMaxSize(14);
    }

    private static void assertSound(Location location, PostText post) {
        Stream.of(
                        location.candidates().stream().flatMap(one -> one.evidence().stream()),
                        location.address().map(AddressMention::evidence).stream(),
                        location.scaleEvidence().stream())
                .flatMap(some -> some)
                .forEach(evidence -> assertInside(evidence, post));
        assertTrue(location.candidates().stream().allMatch(one -> one.score() >= 0 && one.score() <= 1));
    }

    private static void assertInside(Evidence evidence, PostText post) {
        int length = switch (evidence.segment()) {
            case POST -> post.post().text().length();
            case PARENT -> post.post().discussion().parentText().orElse("").length();
            case ROOT -> post.post().discussion().rootText().orElse("").length();
            case PAGE -> 0;
        };
        assertTrue(evidence.end() <= length, evidence::toString);
    }
}
