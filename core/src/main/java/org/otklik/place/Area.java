package org.otklik.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.otklik.post.GeoPoint;

/**
 * What a place covers on the map: one or more rings of points; immutable and thread-safe.
 *
 * <p>A point lies inside when a line from it crosses the rings an odd number of times, so that a ring within a ring is a
 * hole. Degrees are taken as plane co-ordinates, which is exact enough for whatever does not reach a pole or the 180th
 * meridian.
 */
public final class Area {

    private final List<double[]> rings;
    private final Box box;

    private Area(List<double[]> rings) {
        this.rings = List.copyOf(rings);
        box = Box.around(rings);
    }

    /** The smallest rectangle around all rings. */
    private record Box(double west, double south, double east, double north) {

        static Box around(List<double[]> rings) {
            double west = Double.POSITIVE_INFINITY;
            double south = Double.POSITIVE_INFINITY;
            double east = Double.NEGATIVE_INFINITY;
            double north = Double.NEGATIVE_INFINITY;
            for (double[] ring : rings) {
                for (int i = 0; i < ring.length; i += 2) {
                    west = Math.min(west, ring[i]);
                    east = Math.max(east, ring[i]);
                    south = Math.min(south, ring[i + 1]);
                    north = Math.max(north, ring[i + 1]);
                }
            }
            return new Box(west, south, east, north);
        }

        boolean holds(double longitude, double latitude) {
            return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
        }
    }

    /**
     * Reads an area in well-known text (ISO 19125), such as {@code POLYGON((50.1 53.2, 50.3 53.2, 50.2 53.4, 50.1
     * 53.2))} or a {@code MULTIPOLYGON}: longitude before latitude, each ring closed by its first point.
     *
     * @param text in well-known text
     * @return the area
     * @throws IllegalArgumentException if it is no polygon of points on the earth
     */
    public static Area parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (!upper.startsWith("POLYGON") && !upper.startsWith("MULTIPOLYGON")) {
            throw new IllegalArgumentException("An area is a POLYGON or a MULTIPOLYGON in well-known text: " + text);
        }
        List<double[]> rings = new ArrayList<>();
        int at = upper.indexOf('(');
        while (at >= 0) {
            int inner = upper.indexOf('(', at + 1);
            int close = upper.indexOf(')', at);
            if (close < 0) {
                throw new IllegalArgumentException("A bracket of the area is not closed: " + text);
            }
            if (inner < 0 || inner > close) {
                rings.add(ring(upper.substring(at + 1, close)));
            }
            at = inner;
        }
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("The area has no ring: " + text);
        }
        return new Area(rings);
    }

    private static double[] ring(String points) {
        String[] pairs = points.split(",", -1);
        double[] ring = new double[pairs.length * 2];
        for (int i = 0; i < pairs.length; i++) {
            String[] pair = pairs[i].strip().split("\\s+", -1);
            if (pair.length != 2) {
                throw new IllegalArgumentException(
                        "A point of an area is longitude and latitude, not '" + pairs[i] + "'.");
            }
            GeoPoint point = new GeoPoint(Double.parseDouble(pair[1]), Double.parseDouble(pair[0]));
            ring[2 * i] = point.longitude();
            ring[2 * i + 1] = point.latitude();
        }
        int last = ring.length - 2;
        if (pairs.length < 4 || ring[0] != ring[last] || ring[1] != ring[last + 1]) {
            throw new IllegalArgumentException("A ring has three points or more and ends where it began: " + points);
        }
        return ring;
    }

    /**
     * Tells whether a point lies in the area.
     *
     * @param point any point
     * @return true if it does; on the border either answer may come
     */
    public boolean contains(GeoPoint point) {
        double x = point.longitude();
        double y = point.latitude();
        if (!box.holds(x, y)) {
            return false;
        }
        boolean inside = false;
        for (double[] ring : rings) {
            for (int i = 0; i + 3 < ring.length; i += 2) {
                inside ^= crosses(x, y, ring[i], ring[i + 1], ring[i + 2], ring[i + 3]);
            }
        }
        return inside;
    }

    /** Tells whether the line from a point to the east crosses the side between two others. */
    private static boolean crosses(double x, double y, double fromX, double fromY, double toX, double toY) {
        return (fromY > y) != (toY > y) && x < (toX - fromX) * (y - fromY) / (toY - fromY) + fromX;
    }

    @Override
    public String toString() {
        return "area of " + rings.size() + " rings";
    }
}
