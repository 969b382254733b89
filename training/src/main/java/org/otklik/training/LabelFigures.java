package org.otklik.training;

/**
 * How well one label was found; immutable.
 *
 * @param label the label
 * @param rows how many rows have it
 * @param named how many rows were given it
 * @param right how many of those have it
 */
public record LabelFigures(String label, int rows, int named, int right) {

    /**
     * Tells how many of those that were given the label have it.
     *
     * @return 0 to 1; 0 when none was
     */
    public double precision() {
        return named == 0 ? 0 : (double) right / named;
    }

    /**
     * Tells how many of those that have the label were given it.
     *
     * @return 0 to 1; 0 when none has it
     */
    public double recall() {
        return rows == 0 ? 0 : (double) right / rows;
    }

    /**
     * Returns the harmonic mean of precision and recall.
     *
     * @return 0 to 1
     */
    public double f1() {
        return rows + named == 0 ? 0 : 2.0 * right / (rows + named);
    }
}
