package org.otklik.classify;

import org.otklik.OtklikException;

/** A model cannot be used: its file is damaged, of another version, or was trained with what is not given here. */
public final class UnreadableModelException extends OtklikException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what is wrong with the model and what to do
     */
    public UnreadableModelException(String message) {
        super(message);
    }
}
