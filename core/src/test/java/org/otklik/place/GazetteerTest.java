package org.otklik.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.id.PlaceId;
import org.otklik.place.Place.Kind;

class GazetteerTest {

    @Test
    void a_place_knows_its_municipality_and_the_way_up() {
        Gazetteer gazetteer = Places.gazetteer();

        assertEquals("samara", municipality(gazetteer, "samara.leninsky"));
        assertEquals("kinel", municipality(gazetteer, "kinel"));
        assertTrue(gazetteer.municipalityOf(PlaceId.of("samara-region")).isEmpty());
        assertEquals(3, gazetteer.path(PlaceId.of("samara.leninsky")).size());
        assertTrue(gazetteer.isWithin(PlaceId.of("samara.leninsky"), PlaceId.of("samara-region")));
        assertFalse(gazetteer.isWithin(PlaceId.of("samara"), PlaceId.of("samara.leninsky")));
    }

    @Test
    void all_mistakes_are_reported_at_once() {
        List<Place> places = List.of(
                Place.of("a", "А", Kind.URBAN_OKRUG, Optional.empty()),
                Place.of("b", "Б", Kind.SETTLEMENT, Optional.of(PlaceId.of("nowhere"))),
                Place.of("b", "Б", Kind.SETTLEMENT, Optional.of(PlaceId.of("a"))),
                Place.of("c", "В", Kind.URBAN_OKRUG, Optional.of(PlaceId.of("b"))));

        assertEquals(4, Gazetteer.mistakes(places).size());
        assertThrows(IllegalArgumentException.class, () -> Gazetteer.of(places));
    }

    @Test
    void districts_are_titled_with_their_kind() {
        assertEquals(
                "Волжский район",
                Places.gazetteer()
                        .find(PlaceId.of("volzhsky-district"))
                        .orElseThrow()
                        .title());
        assertEquals(
                "Самара",
                Places.gazetteer().find(PlaceId.of("samara")).orElseThrow().title());
    }

    private static String municipality(Gazetteer gazetteer, String id) {
        return gazetteer.municipalityOf(PlaceId.of(id)).orElseThrow().id().value();
    }
}
