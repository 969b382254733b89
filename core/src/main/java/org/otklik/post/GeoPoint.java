package org.otklik.post;

/**
 * A point on the earth that a post carries; immutable.
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

    /** Checks that the point lies on the earth. */
    public GeoPoint {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("(" + latitude + ", " + longitude + ") is no point on the earth:"
                    + " latitude goes from -90 to 90, longitude from -180 to 180.");
        }
    }
}
