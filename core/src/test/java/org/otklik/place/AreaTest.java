package org.otklik.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.post.GeoPoint;

class AreaTest {

    private static final Area WITH_HOLE = Area.parse(
            "POLYGON((50 53, 51 53, 51 54, 50 54, 50 53), (50.4 53.4, 50.6 53.4, 50.6 53.6, 50.4 53.6, 50.4 53.4))");

    @Test
    void a_point_lies_inside_a_ring_and_outside_of_the_hole_in_it() {
        assertTrue(WITH_HOLE.contains(new GeoPoint(53.2, 50.2)));
        assertFalse(WITH_HOLE.contains(new GeoPoint(53.5, 50.5)));
        assertFalse(WITH_HOLE.contains(new GeoPoint(52.9, 50.5)));
        assertFalse(WITH_HOLE.contains(new GeoPoint(50.2, 53.2)));
    }

    @Test
    void an_area_may_have_several_parts() {
        Area parts = Area.parse("MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))");

        assertTrue(parts.contains(new GeoPoint(0.2, 0.8)));
        assertTrue(parts.contains(new GeoPoint(5.2, 5.8)));
        assertFalse(parts.contains(new GeoPoint(3, 3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "POINT(1 2)",
                "POLYGON",
                "POLYGON((0 0, 1 0, 1 1))",
                "POLYGON((0 0, 1 0, 1 1, 0 0",
                "POLYGON((0 0, 1 0 3, 1 1, 0 0))",
                "POLYGON((0 0, 1 a, 1 1, 0 0))",
                "POLYGON((0 0, 200 0, 1 1, 0 0))"
            })
    void what_is_no_area_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Area.parse(text));
    }

    @Property
    void a_rectangle_holds_what_lies_between_its_sides(
            @ForAll @DoubleRange(min = -89, max = 89) double latitude,
            @ForAll @DoubleRange(min = -179, max = 179) double longitude) {
        Area rectangle = Area.parse("POLYGON((10.5 20.5, 60.5 20.5, 60.5 70.5, 10.5 70.5, 10.5 20.5))");
        boolean between = longitude > 10.5 && longitude < 60.5 && latitude > 20.5 && latitude < 70.5;

        assertEquals(between, rectangle.contains(new GeoPoint(latitude, longitude)));
    }
}
