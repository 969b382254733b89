package org.otklik.classify;

import java.util.Arrays;

/**
 * The rows of a model that a text has: words, then pairs, then signs, with the tokens they stand on; for one text after another.
 *
 * <p>What is summed up for all labels is explained for one of them without reading the text again, which would match all
 * rules again, too.
 */
final class FoundRows {

    /** Words, pairs and signs, each brought to a length of its own. */
    static final int GROUPS = 3;

    private static final int USUAL = 128;

    private int[] rows = new int[USUAL];
    private int[] first = new int[USUAL];
    private int[] last = new int[USUAL];
    private final int[] ends = new int[GROUPS];
    private final double[] lengths = new double[GROUPS];
    private int size;
    private int group;

    void add(int row, int firstToken, int lastToken) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            first = Arrays.copyOf(first, size * 2);
            last = Arrays.copyOf(last, size * 2);
        }
        rows[size] = row;
        first[size] = firstToken;
        last[size++] = lastToken;
    }

    /** Forgets the text before. */
    void clear() {
        size = 0;
        group = 0;
    }

    /**
     * Ends a group.
     *
     * @param length what the weights of its rows are divided by
     * @return which group it is
     */
    int close(double length) {
        ends[group] = size;
        lengths[group] = length;
        return group++;
    }

    int start(int group) {
        return group == 0 ? 0 : ends[group - 1];
    }

    int end(int group) {
        return ends[group];
    }

    double length(int group) {
        return lengths[group];
    }

    int row(int index) {
        return rows[index];
    }

    int first(int index) {
        return first[index];
    }

    int last(int index) {
        return last[index];
    }
}
