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

    /** How many rows are added at once. */
    private static final int TOGETHER = 4;

    private static final int GREATEST = Short.MAX_VALUE / MOST_SUMMED;
    private static final int LANES = Long.SIZE / Short.SIZE;
    private static final int MASK = 0xFFFF;
    private static final int ZERO = 0x8000;
    /** Lifts every number above 0, so that none borrows. */
    private static final long ABOVE_ZERO = 0x8000_8000_8000_8000L;

    private final int width;
    private final float unit;
    /** A row of zeros behind the others. */
    private final int none;

    private final long[] packed;

    PackedRows(float[] scales, byte[] steps, int labels) {
        width = (labels + LANES - 1) / LANES;
        unit = greatest(scales, steps, labels) / GREATEST;
        none = scales.length;
        packed = new long[(scales.length + 1) * width];
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

    /**
     * Sums rows up.
     *
     * @param rows their numbers
     * @param from where the first stands
     * @param to where the last has been
     * @param times what each is multiplied with
     * @param sums what {@link #sums()} made; zeros before and after
     * @param into takes {@link #room()} numbers, added to those that stand there
     * @param at where they begin
     */
    void sumUp(int[] rows, int from, int to, float times, long[] sums, float[] into, int at) {
        for (int start = from; start < to; start += MOST_SUMMED) {
            int end = Math.min(to, start + MOST_SUMMED);
            for (int i = start; i < end; i += TOGETHER) {
                add(row(rows, i, end), row(rows, i + 1, end), row(rows, i + 2, end), row(rows, i + 3, end), sums);
            }
            move(sums, times, into, at);
        }
    }

    private int row(int[] rows, int index, int end) {
        return width * (index < end ? rows[index] : none);
    }

    /** Adds four rows at once, which is hardly more work than one. */
    private void add(int one, int two, int three, int four, long[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += packed[one + i] + packed[two + i] + packed[three + i] + packed[four + i];
        }
    }

    private void move(long[] sums, float times, float[] to, int from) {
        float factor = times * unit;
        for (int i = 0; i < width; i++) {
            long lanes = sums[i] + ABOVE_ZERO;
            int at = from + i * LANES;
            to[at] += factor * number(lanes);
            to[at + 1] += factor * number(lanes >>> Short.SIZE);
            to[at + 2] += factor * number(lanes >>> (2 * Short.SIZE));
            to[at + 3] += factor * number(lanes >>> (3 * Short.SIZE));
            sums[i] = 0;
        }
    }

    /** By how many units a row weighs more for one label than for another. */
    int steps(int row, int label, int other) {
        return number(row, label) - number(row, other);
    }

    /** What a step weighs. */
    float unit() {
        return unit;
    }

    private int number(int row, int label) {
        long lanes = packed[row * width + label / LANES] + ABOVE_ZERO;
        return number(lanes >>> (label % LANES * Short.SIZE));
    }

    private static int number(long lanes) {
        return ((int) lanes & MASK) - ZERO;
    }
}
