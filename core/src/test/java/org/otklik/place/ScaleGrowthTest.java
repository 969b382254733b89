package org.otklik.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.id.PlaceId;
import org.otklik.place.ScaleGrowth.Cause;
import org.otklik.place.ScaleGrowth.Rise;
import org.otklik.post.Discussion;

class ScaleGrowthTest {

    private static final ScaleGrowth GROWTH = ScaleGrowth.in(Places.gazetteer());
    private static final GazetteerLocator LOCATOR = GazetteerLocator.of(Places.gazetteer());

    @ParameterizedTest
    @CsvSource({
        "volzhsky.roshchinsky, volzhsky.pobeda, HOUSE_OR_STREET, MUNICIPAL, volzhsky-district",
        "samara.leninsky, samara.samarsky, SETTLEMENT, MUNICIPAL, samara",
        "samara.leninsky, tolyatti, MUNICIPAL, REGIONAL, samara-region",
        "samara, tolyatti, FEDERAL, , ",
        "samara, samara.leninsky, HOUSE_OR_STREET, , ",
        "samara.leninsky, samara, HOUSE_OR_STREET, , "
    })
    void another_place_widens_the_scale_to_what_holds_both(
            String known, String other, Scale now, Scale to, String place) {
        Optional<Rise> rise = GROWTH.byPlaces(now, Optional.of(PlaceId.of(known)), Optional.of(PlaceId.of(other)));

        assertEquals(
                Optional.ofNullable(to).map(scale -> new Rise(scale, Optional.of(PlaceId.of(place)), Cause.PLACES)),
                rise);
    }

    @Test
    void what_a_post_says_of_its_reach_widens_the_scale() {
        Optional<Rise> rise = by("по всей области такие дороги", Discussion.NONE);

        assertEquals(Optional.of(new Rise(Scale.REGIONAL, Optional.of(PlaceId.of("tolyatti")), Cause.WORDS)), rise);
    }

    @Test
    void the_page_on_which_a_post_stands_is_no_other_place() {
        Discussion page = Discussion.onPage("1").withPagePlace(PlaceId.of("syzran"));

        assertEquals(Optional.empty(), by("у нас то же самое", page));
    }

    private static Optional<Rise> by(String text, Discussion discussion) {
        Location post = LOCATOR.locate(GazetteerLocatorTest.post(text, discussion));
        return GROWTH.by(Scale.HOUSE_OR_STREET, Optional.of(PlaceId.of("tolyatti")), post);
    }

    @ParameterizedTest
    @CsvSource({
        "HOUSE_OR_STREET, 9, ",
        "HOUSE_OR_STREET, 10, SETTLEMENT",
        "HOUSE_OR_STREET, 100, MUNICIPAL",
        "SETTLEMENT, 99, ",
        "SETTLEMENT, 100, MUNICIPAL",
        "MUNICIPAL, 5000, "
    })
    void many_people_widen_the_scale_to_a_quarter_and_to_a_town(Scale now, int authors, Scale to) {
        Optional<Scale> reached =
                GROWTH.byAuthors(now, Optional.empty(), authors).map(Rise::scale);

        assertEquals(Optional.ofNullable(to), reached);
    }

    @Property
    void a_scale_never_shrinks(@ForAll Scale now, @ForAll @IntRange(max = 1000) int authors) {
        GROWTH.byAuthors(now, Optional.empty(), authors)
                .ifPresent(rise -> assertEquals(1, Integer.signum(rise.scale().compareTo(now))));
    }
}
