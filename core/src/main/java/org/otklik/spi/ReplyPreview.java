package org.otklik.spi;

import java.util.Objects;

/**
 * What citizens will read of a reply, and how long the network finds it; immutable.
 *
 * @param text exactly what will be shown; nothing is ever cut or split behind the approver's back
 * @param length as the network counts, not below nought
 * @param longest how long it may be, as the network counts
 */
public record ReplyPreview(String text, int length, int longest) {

    /** Checks the numbers. */
    public ReplyPreview {
        Objects.requireNonNull(text, "text");
        if (length < 0 || longest < 1) {
            throw new IllegalArgumentException(
                    "A reply of length " + length + " of at most " + longest + " cannot be.");
        }
    }

    /**
     * Tells whether the network takes the text.
     *
     * @return true if it is not too long
     */
    public boolean fits() {
        return length <= longest;
    }
}
