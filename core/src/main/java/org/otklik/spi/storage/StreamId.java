package org.otklik.spi.storage;

/**
 * Names a stream of events; immutable.
 *
 * @param kind which of the three kinds
 * @param id id of the incident or instruction, or {@code network:nativeId} of the post; at most 250 characters
 */
public record StreamId(Kind kind, String id) {

    /** The three kinds of streams. */
    public enum Kind {
        /** A post on its way to a decision. */
        SIGNAL,
        /** An incident with its assignments, clocks, drafts and publications. */
        INCIDENT,
        /** An instruction. */
        INSTRUCTION
    }

    /**
     * Returns the stream of a post.
     *
     * @param post {@code network:nativeId}
     * @return the stream
     */
    public static StreamId signal(Object post) {
        return new StreamId(Kind.SIGNAL, post.toString());
    }

    /**
     * Returns the stream of an incident.
     *
     * @param incident its id
     * @return the stream
     */
    public static StreamId incident(Object incident) {
        return new StreamId(Kind.INCIDENT, incident.toString());
    }

    /**
     * Returns the stream of an instruction.
     *
     * @param instruction its id
     * @return the stream
     */
    public static StreamId instruction(Object instruction) {
        return new StreamId(Kind.INSTRUCTION, instruction.toString());
    }
}
