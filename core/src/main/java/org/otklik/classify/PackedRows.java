package org.otklik.classify;

import java.util.Arrays;

/**
 * One weight a label for each feature of a model, as whole numbers of 16 bits, four to a {@code long}; immutable and
 * thread-safe.
 *
 * <p>Adding up waits for memory: four labels are added at once, in half the room that numbers of full width need. All
 * share one unit, the greatest weight being {@value #GREATEST} of it, which is finer than the bytes of a file for all but
 * the rows with small weights. A number below 0 borrows from the one above it, and gives back when it is taken out.
 */
final class PackedRows {

    /** How many rows may be summed up before a sum could outgrow its 16 bits. */
    static final int MOST_SUMMED = 16;

    private static final int GREATEST = Short.MAX_VALUE / MOST_SUMMED;
    private static final int LANES = Long.SIZE / Short.SIZE;

    private final int labels;
    private final int width;
    private final float unit;
    private final long[] packed;

    PackedRows(float[] scales, byte[] steps, int labels) {
        this.labels = labels;
        width = (labels + LANES - 1) / LANES;
        unit = greatest(scales, steps, labels) / GREATEST;
        packed = new long[scales.length * width];
        for (int i = 0; i < steps.length; i++) {
            int row = i / labels;
            int label = i % labels;
            long number = Math.round(scales[row] * steps[i] / (double) unit);
            packed[row * width + label / LANES] += number << (label % LANES * Short.SIZE);
        }
    }

    private static float greatest(float[] scales, byte[] steps, int labels) {
        float greatest = Float.MIN_NORMAL * GREATEST;
        for (int i = 0; i < steps.length; i++) {
            greatest = Math.max(greatest, Math.abs(scales[i / labels] * steps[i]));
        }
        return greatest;
    }

    /** Makes room to sum up rows. */
    long[] sums() {
        return new long[width];
    }

    /** Adds a row to sums of fewer than {@link #MOST_SUMMED}. */
    void add(int row, long[] sums) {
        int base = row * width;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += packed[base + i];
        }
    }

    /** Moves sums into numbers of full width. */
    void move(long[] sums, float[] to) {
        for (int i = 0; i < width; i++) {
            unpack(sums[i], unit, to, i * LANES, labels);
        }
        Arrays.fill(sums, 0);
    }

    /** Adds a row, a number of times, to numbers of full width that begin somewhere. */
    void add(int row, float times, float[] to, int from) {
        for (int i = 0; i < width; i++) {
            unpack(packed[row * width + i], times * unit, to, from + i * LANES, from + labels);
        }
    }

    private static void unpack(long lanes, float times, float[] to, int from, int end) {
        long left = lanes;
        for (int i = from; i < Math.min(end, from + LANES); i++) {
            short number = (short) left;
            to[i] += times * number;
            left = (left - number) >> Short.SIZE;
        }
    }
}
