package org.otklik.reply;

/**
 * Something that a reply check found; immutable.
 *
 * @param code what it is, a stable code such as {@code RUDE_WORD}
 * @param gravity whether the reply may be handed in all the same
 * @param start first character of the place in the text
 * @param end behind its last character; equal to start when the whole text is meant
 */
public record Finding(String code, Gravity gravity, int start, int end) {

    /** How heavy a finding weighs. */
    public enum Gravity {
        /** Shown to writer and approver. */
        WARNING,
        /** The draft cannot be handed in. */
        BLOCKING
    }

    /**
     * Returns a finding that stops the draft.
     *
     * @param code what it is
     * @param start first character of the place
     * @param end behind its last character
     * @return the finding
     */
    public static Finding blocking(String code, int start, int end) {
        return new Finding(code, Gravity.BLOCKING, start, end);
    }

    /**
     * Returns a finding that is only shown.
     *
     * @param code what it is
     * @param start first character of the place
     * @param end behind its last character
     * @return the finding
     */
    public static Finding warning(String code, int start, int end) {
        return new Finding(code, Gravity.WARNING, start, end);
    }
}
