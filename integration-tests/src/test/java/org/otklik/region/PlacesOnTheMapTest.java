package org.otklik.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.otklik.PackSource;
import org.otklik.Region;
import org.otklik.RegionPackException;
import org.otklik.id.PlaceId;
import org.otklik.place.GazetteerLocator;
import org.otklik.place.PlaceCandidate;
import org.otklik.post.GeoPoint;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.testkit.regions.MiniRegion;
import org.otklik.text.PostText;

/** A pack whose table of places has the columns that a pack may leave out: areas and days. */
class PlacesOnTheMapTest {

    private static final String SQUARE = "\"POLYGON((132 44, 133 44, 133 45, 132 45, 132 44))\"";

    @Test
    void a_post_with_coordinates_lies_in_the_place_whose_area_the_pack_tells() {
        Region region = Region.load(mini(SQUARE, "", ""));
        GazetteerLocator locator = GazetteerLocator.of(region.gazetteer(), region.zone());
        Post post = Post.builder(PostId.of("vk", "1"), Instant.EPOCH)
                .text("яма")
                .point(new GeoPoint(44.5, 132.5))
                .build();

        assertThat(locator.locate(PostText.of(post)).best().map(PlaceCandidate::place))
                .contains(PlaceId.of("zarechinsk"));
    }

    @Test
    void a_place_has_the_days_that_the_pack_tells() {
        Region region = Region.load(mini("", "2020-01-01", "2026-12-31"));

        assertThat(region.gazetteer()
                        .find(PlaceId.of("zarechinsk"))
                        .orElseThrow()
                        .validTo())
                .hasToString("Optional[2026-12-31]");
    }

    @Test
    void an_area_that_is_none_is_a_mistake_with_its_line() {
        assertThatThrownBy(() -> Region.load(mini("\"CIRCLE(132 44)\"", "", "")))
                .isInstanceOfSatisfying(
                        RegionPackException.class,
                        refusal -> assertThat(refusal.message(Locale.ENGLISH))
                                .contains("places.csv:4: 'area' is 'CIRCLE(132 44)', which is no area"));
    }

    private static PackSource mini(String area, String from, String until) {
        return Packs.changed(
                MiniRegion.source(), "places.csv", text -> columns(text, "," + area + "," + from + "," + until));
    }

    private static String columns(String table, String cells) {
        StringBuilder changed = new StringBuilder();
        for (String line : table.lines().toList()) {
            String more = line.startsWith("#")
                    ? ""
                    : line.startsWith("id,") ? ",area,from,until" : line.startsWith("zarechinsk,") ? cells : ",,,";
            changed.append(line).append(more).append('\n');
        }
        return changed.toString();
    }
}
