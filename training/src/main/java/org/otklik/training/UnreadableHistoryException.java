package org.otklik.training;

import org.jspecify.annotations.Nullable;
import org.otklik.OtklikException;

/** A file of history cannot be used as a whole: it is missing, of another kind, or lacks a column. */
public final class UnreadableHistoryException extends OtklikException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message which file, what is wrong with it, and what to do
     * @param cause what failed underneath, if anything did
     */
    public UnreadableHistoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
