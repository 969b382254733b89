package org.otklik.training;

import java.util.Objects;

/**
 * A row of a file that could not be used, and why; immutable.
 *
 * @param line line of a text file, row of a sheet, from 1
 * @param message what is wrong and what to do; holds no text of the row
 */
public record RowMistake(long line, String message) {

    /** Checks the message. */
    public RowMistake {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return "line " + line + ": " + message;
    }
}
