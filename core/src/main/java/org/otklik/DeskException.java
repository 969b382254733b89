package org.otklik;

import java.util.List;

/** Thrown when a desk cannot be opened; names all that does not fit at once. */
public final class DeskException extends OtklikException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    /**
     * Creates an exception.
     *
     * @param mistakes what does not fit, a sentence each
     */
    public DeskException(List<String> mistakes) {
        super("The desk cannot be opened: " + String.join(" ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /**
     * Lists what does not fit.
     *
     * @return a sentence each
     */
    public List<String> mistakes() {
        return mistakes;
    }
}
