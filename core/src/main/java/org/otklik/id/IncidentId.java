package org.otklik.id;

/**
 * Identifies an incident; immutable and time-ordered.
 *
 * @param value an opaque time-ordered id, see {@link TimeOrderedIds}
 */
public record IncidentId(String value) implements Comparable<IncidentId> {

    /** Checks that the value has the shape of an id. */
    public IncidentId {
        value = TimeOrderedIds.check(value, "incident");
    }

    /**
     * Returns the id with this value.
     *
     * @param value an id that was given out before
     * @return the id
     * @throws IllegalArgumentException if the value cannot be an id
     */
    public static IncidentId of(String value) {
        return new IncidentId(value);
    }

    @Override
    public int compareTo(IncidentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
