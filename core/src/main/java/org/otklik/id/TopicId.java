package org.otklik.id;

import org.jspecify.annotations.Nullable;

/**
 * Identifies a topic of the region's rubricator; immutable.
 *
 * @param value a stable slug such as {@code roads.potholes}, never reused by a region pack
 */
public record TopicId(String value) implements Comparable<TopicId> {

    /** Checks that the value is a slug. */
    public TopicId {
        value = Slug.check(value, "topic");
    }

    /**
     * Returns the id with this value.
     *
     * @param value a slug
     * @return the id
     * @throws IllegalArgumentException if the value is not a slug
     */
    public static TopicId of(String value) {
        return new TopicId(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof TopicId id && value.equals(id.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(TopicId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
