package org.otklik.id;

import org.jspecify.annotations.Nullable;

/**
 * Identifies a place of the gazetteer: region, municipality, inner district or settlement; immutable.
 *
 * @param value a stable slug such as {@code tolyatti}, never reused by a region pack
 */
public record PlaceId(String value) implements Comparable<PlaceId> {

    /** Checks that the value is a slug. */
    public PlaceId {
        value = Slug.check(value, "place");
    }

    /**
     * Returns the id with this value.
     *
     * @param value a slug
     * @return the id
     * @throws IllegalArgumentException if the value is not a slug
     */
    public static PlaceId of(String value) {
        return new PlaceId(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof PlaceId id && value.equals(id.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(PlaceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
