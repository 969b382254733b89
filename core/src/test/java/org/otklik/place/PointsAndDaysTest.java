package org.otklik.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.id.PlaceId;
import org.otklik.post.Discussion;
import org.otklik.post.GeoPoint;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.PostText;

/** Posts with co-ordinates, and places that begin and end. */
class PointsAndDaysTest {

    private static final GeoPoint IN_LENINSKY = new GeoPoint(53.2, 50.1);
    private static final GeoPoint IN_KRASNOYARSKY = new GeoPoint(53.6, 50.4);
    private static final Instant NEW_YEAR_IN_SAMARA = Instant.parse("2025-12-31T21:00:00Z");

    private static final GazetteerLocator LOCATOR = GazetteerLocator.of(places(), ZoneId.of("Europe/Samara"));

    private static Gazetteer places() {
        List<Place> places = new ArrayList<>();
        for (Place place : Places.gazetteer().all()) {
            places.add(
                    switch (place.id().value()) {
                        case "samara" ->
                            place.withArea(Area.parse("POLYGON((50 53, 50.3 53, 50.3 53.5, 50 53.5, 50 53))"));
                        case "samara.leninsky" ->
                            place.withArea(Area.parse("POLYGON((50 53.1, 50.2 53.1, 50.2 53.3, 50 53.3, 50 53.1))"));
                        case "krasnoyarsky-district" ->
                            place.withArea(
                                    Area.parse("POLYGON((50.3 53.5, 50.9 53.5, 50.9 53.9, 50.3 53.9, 50.3 53.5))"));
                        case "volzhsky.krotovo" ->
                            place.withValidity(Optional.empty(), Optional.of(LocalDate.of(2025, 12, 31)));
                        default -> place;
                    });
        }
        return Gazetteer.of(places);
    }

    @Test
    void a_post_that_names_nothing_is_where_its_point_lies_in_the_narrowest_place() {
        Location location = locate("яма", Optional.of(IN_LENINSKY), Discussion.NONE);

        assertEquals("samara.leninsky", best(location));
        assertTrue(location.best().orElseThrow().reasons().contains(PlaceReason.POINT));
    }

    @Test
    void a_point_counts_more_than_the_page() {
        Discussion page = Discussion.onPage("1").withPagePlace(PlaceId.of("tolyatti"));

        assertEquals("samara.leninsky", best(locate("яма", Optional.of(IN_LENINSKY), page)));
    }

    @Test
    void a_point_decides_between_namesakes() {
        assertEquals(
                "krasnoyarsky.nikolayevka",
                best(locate("в Николаевке нет воды", Optional.of(IN_KRASNOYARSKY), Discussion.NONE)));
    }

    @Test
    void a_place_that_is_named_is_not_overruled_by_a_point() {
        Location location = locate("в Сызрани нет воды", Optional.of(IN_LENINSKY), Discussion.NONE);

        assertEquals("syzran", best(location));
        assertEquals(2, location.candidates().size());
    }

    @Test
    void a_point_outside_of_all_areas_tells_nothing() {
        assertEquals("", best(locate("яма", Optional.of(new GeoPoint(10, 10)), Discussion.NONE)));
    }

    @Test
    void a_place_is_named_until_the_last_day_of_the_region_s_zone_on_which_it_exists() {
        PostText last = post("в Кротово нет воды", NEW_YEAR_IN_SAMARA.minusSeconds(7_200));
        PostText after = post("в Кротово нет воды", NEW_YEAR_IN_SAMARA);

        assertEquals("volzhsky.krotovo", best(LOCATOR.locate(last)));
        assertEquals("", best(LOCATOR.locate(after)));
    }

    private static PostText post(String text, Instant at) {
        return PostText.of(Post.builder(PostId.of("vk", "9"), at).text(text).build());
    }

    private static Location locate(String text, Optional<GeoPoint> point, Discussion discussion) {
        var post = Post.builder(PostId.of("vk", "9"), Instant.EPOCH).text(text).discussion(discussion);
        point.ifPresent(post::point);
        return LOCATOR.locate(PostText.of(post.build()));
    }

    private static String best(Location location) {
        return location.best().map(candidate -> candidate.place().value()).orElse("");
    }
}
