package org.otklik.id;

import org.jspecify.annotations.Nullable;

/**
 * Identifies a responsible body; immutable.
 *
 * @param value a stable slug such as {@code adm-tolyatti}, never reused by a region pack
 */
public record BodyId(String value) implements Comparable<BodyId> {

    /** Checks that the value is a slug. */
    public BodyId {
        value = Slug.check(value, "body");
    }

    /**
     * Returns the id with this value.
     *
     * @param value a slug
     * @return the id
     * @throws IllegalArgumentException if the value is not a slug
     */
    public static BodyId of(String value) {
        return new BodyId(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof BodyId id && value.equals(id.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(BodyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
