package org.otklik.classify;

/** The rows of a model: for each feature its rarity and one weight a label; immutable once read. */
final class Weights {

    final long[] keys;
    final float[] rarities;
    final float[] scales;
    final byte[] steps;
    final float[] biases;
    /** Rarity of a word that training never saw. */
    final float rarest;

    private final int labels;
    private final KeyTable table;
    private final KeyFilter filter;
    private final float[] values;

    Weights(long[] keys, float[] rarities, float[] scales, byte[] steps, float[] biases, float rarest) {
        this.keys = keys;
        this.rarities = rarities;
        this.scales = scales;
        this.steps = steps;
        this.biases = biases;
        this.rarest = rarest;
        labels = biases.length;
        table = KeyTable.of(keys);
        filter = KeyFilter.of(keys);
        values = values();
    }

    /** Bytes are what a file holds; numbers of full width are what adds up fast. */
    private float[] values() {
        float[] all = new float[steps.length];
        for (int row = 0; row < keys.length; row++) {
            float scale = scales[row];
            for (int i = row * labels; i < (row + 1) * labels; i++) {
                all[i] = scale * steps[i];
            }
        }
        return all;
    }

    int row(long key) {
        return filter.mayHave(key) ? table.row(key) : KeyTable.NONE;
    }

    float value(int row, int label) {
        return values[row * labels + label];
    }

    /** Adds a row to sums. */
    void add(int row, float[] sums) {
        int base = row * labels;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[base + i];
        }
    }

    /** Adds a row to sums that begin somewhere, a number of times. */
    void add(int row, float times, float[] sums, int from) {
        int base = row * labels;
        for (int i = 0; i < labels; i++) {
            sums[from + i] += times * values[base + i];
        }
    }
}
