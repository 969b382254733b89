package org.otklik.training;

/**
 * Names the columns of a file, or the fields of its JSON objects; immutable.
 *
 * @param text name of the column with what citizens wrote
 * @param label name of the column to learn
 */
public record Columns(String text, String label) {

    /** Checks that both have a name. */
    public Columns {
        if (text.isBlank() || label.isBlank()) {
            throw new IllegalArgumentException("Name the column of the text and that of the label.");
        }
    }

    /**
     * Returns these columns.
     *
     * @param text name of the column with what citizens wrote
     * @param label name of the column to learn
     * @return the columns
     */
    public static Columns of(String text, String label) {
        return new Columns(text, label);
    }
}
