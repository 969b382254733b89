package org.otklik.classify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What a model's probabilities turned out to mean: points between which one reads off a straight line; immutable.
 *
 * <p>It is fitted on rows that the model had not seen. It rises with the probability, so that it changes no order.
 */
public final class Calibration {

    /** Takes probabilities as they are. */
    public static final Calibration NONE = new Calibration(new float[0], new float[0]);

    /** The most points that a calibration has. */
    static final int MOST_POINTS = 64;

    /** Rows of one point; fewer tell too little. */
    private static final int ROWS_OF_POINT = 40;

    private final float[] promised;
    private final float[] kept;

    Calibration(float[] promised, float[] kept) {
        if (promised.length != kept.length || !rises(promised) || !rises(kept)) {
            throw new IllegalArgumentException("The points of a calibration must rise from 0 to 1.");
        }
        this.promised = promised;
        this.kept = kept;
    }

    private static boolean rises(float[] values) {
        float before = 0;
        for (float value : values) {
            if (!(value >= before && value <= 1)) {
                return false;
            }
            before = value;
        }
        return true;
    }

    /**
     * Fits a calibration.
     *
     * @param probabilities how sure the model was of each answer, 0 to 1
     * @param right whether the answer was right
     * @return the calibration; {@link #NONE} if there are too few answers to tell
     */
    public static Calibration fit(double[] probabilities, boolean[] right) {
        int[] order = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int points = Math.min(MOST_POINTS, order.length / ROWS_OF_POINT);
        if (points < 2) {
            return NONE;
        }
        Pools pools = new Pools(points);
        for (int point = 0; point < points; point++) {
            int from = (int) ((long) order.length * point / points);
            int to = (int) ((long) order.length * (point + 1) / points);
            double sum = 0;
            int hits = 0;
            for (int i = from; i < to; i++) {
                sum += probabilities[order[i]];
                hits += right[order[i]] ? 1 : 0;
            }
            pools.add(sum, hits, to - from);
        }
        return pools.calibration();
    }

    /** Points that fall are joined to the one before, until all rise. */
    private static final class Pools {

        private final double[] sums;
        private final double[] hits;
        private final double[] rows;
        private int size;

        Pools(int most) {
            sums = new double[most];
            hits = new double[most];
            rows = new double[most];
        }

        void add(double sum, double hit, double count) {
            sums[size] = sum;
            hits[size] = hit;
            rows[size++] = count;
            while (size > 1 && hits[size - 2] * rows[size - 1] >= hits[size - 1] * rows[size - 2]) {
                size--;
                sums[size - 1] += sums[size];
                hits[size - 1] += hits[size];
                rows[size - 1] += rows[size];
            }
        }

        Calibration calibration() {
            float[] promised = new float[size];
            float[] kept = new float[size];
            for (int i = 0; i < size; i++) {
                promised[i] = (float) Math.min(1, sums[i] / rows[i]);
                kept[i] = (float) (hits[i] / rows[i]);
            }
            return new Calibration(promised, kept);
        }
    }

    /**
     * Tells what a probability means.
     *
     * @param probability 0 to 1
     * @return how often answers of this probability were right, 0 to 1
     */
    public double of(double probability) {
        if (promised.length == 0) {
            return probability;
        }
        int after = 0;
        while (after < promised.length && promised[after] < probability) {
            after++;
        }
        double x0 = after == 0 ? 0 : promised[after - 1];
        double y0 = after == 0 ? 0 : kept[after - 1];
        double x1 = after == promised.length ? 1 : promised[after];
        double y1 = after == promised.length ? Math.max(y0, (1 + y0) / 2) : kept[after];
        return x1 <= x0 ? y1 : y0 + (y1 - y0) * (probability - x0) / (x1 - x0);
    }

    /** Calibrates the best of several probabilities; the others share what it leaves and stay below it. */
    void apply(double[] probabilities, int best) {
        double before = probabilities[best];
        double now = of(before);
        double share = before >= 1 ? 0 : (1 - now) / (1 - before);
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = i == best ? now : Math.min(now, probabilities[i] * share);
        }
    }

    float[] promised() {
        return promised;
    }

    float[] kept() {
        return kept;
    }

    @Override
    public String toString() {
        return "calibration from " + Arrays.toString(promised) + " to " + Arrays.toString(kept);
    }
}
