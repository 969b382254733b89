package org.otklik.id;

/**
 * Identifies the draft of a reply; immutable and time-ordered.
 *
 * @param value an opaque time-ordered id, see {@link TimeOrderedIds}
 */
public record DraftId(String value) implements Comparable<DraftId> {

    /** Checks that the value has the shape of an id. */
    public DraftId {
        value = TimeOrderedIds.check(value, "draft");
    }

    /**
     * Returns the id with this value.
     *
     * @param value an id that was given out before
     * @return the id
     * @throws IllegalArgumentException if the value cannot be an id
     */
    public static DraftId of(String value) {
        return new DraftId(value);
    }

    @Override
    public int compareTo(DraftId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
