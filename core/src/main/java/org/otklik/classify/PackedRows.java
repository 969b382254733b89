package org.otklik.classify;

/**
 * One weight a label for each feature of a model, as whole numbers of 16 bits, four to a {@code long}; immutable and
 * thread-safe.
 *
 * <p>Adding up waits for memory: four labels are added at once, in half the room that numbers of full width need. All
 * share one unit, the greatest weight being {@value #GREATEST} of it, which is finer than the bytes of a file for all but
 * the rows with small weights. A number below 0 borrows from the one above it; all are lifted before one is taken out.
 */
final class PackedRows {

    /** How many rows may be summed up before a sum could outgrow its 16 bits. */
    static final int MOST_SUMMED = 16;

    private static final int GREATEST = Short.MAX_VALUE / MOST_SUMMED;
    private static final int LANES = Long.SIZE / Short.SIZE;
    private static final int MASK = 0xFFFF;
    private static final int ZERO = 0x8000;
    /** Lifts every number above 0, so that none borrows. */
    private static final long ABOVE_ZERO = 0x8000_8000_8000_8000L;

    private final int width;
    private final float unit;
    private final long[] packed;

    PackedRows(float[] scales, byte[] steps, int labels) {
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

    /** How much room numbers of full width take, a little more than there are labels. */
    int room() {
        return width * LANES;
    }

    /** Adds a row to sums of fewer than {@link #MOST_SUMMED}. */
    void add(int row, long[] sums) {
        int base = row * width;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += packed[base + i];
        }
    }

    /**
     * Moves sums into numbers of full width.
     *
     * @param times what they are multiplied with
     * @param to takes {@link #room()} numbers, added to those that stand there
     * @param from where they begin
     */
    void move(long[] sums, float times, float[] to, int from) {
        float factor = times * unit;
        for (int i = 0; i < width; i++) {
            long lanes = sums[i] + ABOVE_ZERO;
            int at = from + i * LANES;
            to[at] += factor * number(lanes);
            to[at + 1] += factor * number(lanes >>> Short.SIZE);
            to[at + 2] += factor * number(lanes >>> 2 * Short.SIZE);
            to[at + 3] += factor * number(lanes >>> 3 * Short.SIZE);
            sums[i] = 0;
        }
    }

    /** Returns one weight. */
    float value(int row, int label) {
        long lanes = packed[row * width + label / LANES] + ABOVE_ZERO;
        return unit * number(lanes >>> label % LANES * Short.SIZE);
    }

    private static int number(long lanes) {
        return ((int) lanes & MASK) - ZERO;
    }
}
