package org.otklik.id;

/**
 * Identifies an instruction (поручение); immutable and time-ordered.
 *
 * @param value an opaque time-ordered id, see {@link TimeOrderedIds}
 */
public record InstructionId(String value) implements Comparable<InstructionId> {

    /** Checks that the value has the shape of an id. */
    public InstructionId {
        value = TimeOrderedIds.check(value, "instruction");
    }

    /**
     * Returns the id with this value.
     *
     * @param value an id that was given out before
     * @return the id
     * @throws IllegalArgumentException if the value cannot be an id
     */
    public static InstructionId of(String value) {
        return new InstructionId(value);
    }

    @Override
    public int compareTo(InstructionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
