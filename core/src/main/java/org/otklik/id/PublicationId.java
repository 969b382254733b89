package org.otklik.id;

/**
 * Identifies one publication of an approved reply; it is also the idempotency key of its send; immutable and time-ordered.
 *
 * @param value an opaque time-ordered id, see {@link TimeOrderedIds}
 */
public record PublicationId(String value) implements Comparable<PublicationId> {

    /** Checks that the value has the shape of an id. */
    public PublicationId {
        value = TimeOrderedIds.check(value, "publication");
    }

    /**
     * Returns the id with this value.
     *
     * @param value an id that was given out before
     * @return the id
     * @throws IllegalArgumentException if the value cannot be an id
     */
    public static PublicationId of(String value) {
        return new PublicationId(value);
    }

    @Override
    public int compareTo(PublicationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
