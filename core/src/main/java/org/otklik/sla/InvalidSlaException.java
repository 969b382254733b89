package org.otklik.sla;

import java.util.List;
import org.otklik.OtklikException;

/**
 * Thrown when a work calendar or a policy is built from values that do not fit together; names every mistake at once.
 */
public class InvalidSlaException extends OtklikException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an immutable list of strings, which is serializable
    private final List<String> mistakes;

    /**
     * Creates the exception.
     *
     * @param what what was being built, such as {@code calendar 'office'}
     * @param mistakes one sentence each
     */
    public InvalidSlaException(String what, List<String> mistakes) {
        super("The " + what + " cannot be used: " + String.join(" ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /**
     * Returns the mistakes.
     *
     * @return one sentence each, in the order in which they were found
     */
    public List<String> mistakes() {
        return mistakes;
    }
}
