package org.otklik;

import org.jspecify.annotations.Nullable;

/**
 * Root of every exception that Otklik throws for a broken environment or a broken caller.
 *
 * <p>Outcomes that belong to the job (a refused command, a post that is no incident, a network that declines a reply)
 * are values, never exceptions. The message says what failed, on what, and what to do next; it never carries a token
 * or the text of a post.
 */
public class OtklikException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message for the operator.
     *
     * @param message what failed, on what, and what to do
     */
    public OtklikException(String message) {
        super(message);
    }

    /**
     * Creates an exception that keeps its cause.
     *
     * @param message what failed, on what, and what to do
     * @param cause the failure underneath, if there is one
     */
    public OtklikException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
