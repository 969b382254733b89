package org.otklik.training;

import java.util.function.DoubleUnaryOperator;

/**
 * Turns scores into probabilities and takes back a part of the advantage that frequent labels have; immutable.
 *
 * <p>On the scores of rows that the model had not seen two numbers are fitted one after another: the scale on which
 * scores are logarithms of probabilities, and the part of each label's frequency that is taken off, by which the mean
 * of weighted and macro F1 is highest.
 */
public final class PriorCorrection {

    /** Score of a label that the model of a fold never saw; it is never the best. */
    public static final float NOT_TAUGHT = -9;

    private static final double NARROWEST = 0.3;
    private static final double WIDEST = 40;
    private static final int STEPS = 20;

    private final double scale;
    private final double[] biases;

    private PriorCorrection(double scale, double[] biases) {
        this.scale = scale;
        this.biases = biases;
    }

    /**
     * Returns the factor of scores.
     *
     * @return above 0
     */
    public double scale() {
        return scale;
    }

    /**
     * Returns what is added to scaled scores.
     *
     * @return one number a label, a copy
     */
    public double[] biases() {
        return biases.clone();
    }

    /**
     * Fits a correction.
     *
     * @param scores for each row one score a label, by a model that had not seen the row
     * @param right index of the right label of each row
     * @param labelCount how many labels there are
     * @return the correction
     */
    public static PriorCorrection fit(float[][] scores, int[] right, int labelCount) {
        double[] logShares = logShares(right, labelCount);
        double scale = lowest(factor -> surprise(scores, right, factor));
        double part = bestPart(scores, right, scale, logShares, labelCount);
        double[] biases = new double[labelCount];
        for (int i = 0; i < labelCount; i++) {
            biases[i] = -part * logShares[i];
        }
        return new PriorCorrection(scale, biases);
    }

    private static double[] logShares(int[] right, int labelCount) {
        double[] counts = new double[labelCount];
        for (int label : right) {
            counts[label]++;
        }
        for (int i = 0; i < labelCount; i++) {
            counts[i] = Math.log((counts[i] + 0.5) / right.length);
        }
        return counts;
    }

    private static double bestPart(float[][] scores, int[] right, double scale, double[] logShares, int labelCount) {
        double[] found = new double[STEPS + 1];
        for (int step = 0; step <= STEPS; step++) {
            int[] given = new int[right.length];
            for (int row = 0; row < given.length; row++) {
                given[row] = best(corrected(scores[row], scale, logShares, (double) step / STEPS));
            }
            found[step] = F1.weightedAndMacro(right, given, labelCount);
        }
        return (double) best(smoothed(found)) / STEPS;
    }

    /** Neighbours have a say, so that one lucky row does not decide. */
    private static double[] smoothed(double[] values) {
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double before = values[Math.max(0, i - 1)];
            double after = values[Math.min(values.length - 1, i + 1)];
            smooth[i] = (before + values[i] + after) / 3;
        }
        return smooth;
    }

    private static double[] corrected(float[] scores, double scale, double[] logShares, double part) {
        double[] corrected = new double[scores.length];
        for (int i = 0; i < corrected.length; i++) {
            corrected[i] = scale * scores[i] - part * logShares[i];
        }
        return corrected;
    }

    /**
     * Mean negative logarithm of the probability of the right label, over the rows whose label was taught: of the others
     * no scale could make the right one likely.
     */
    private static double surprise(float[][] scores, int[] right, double scale) {
        double sum = 0;
        for (int row = 0; row < right.length; row++) {
            if (scores[row][right[row]] > NOT_TAUGHT) {
                double[] scaled = corrected(scores[row], scale, new double[scores[row].length], 0);
                sum += logSum(scaled) - scaled[right[row]];
            }
        }
        return sum / right.length;
    }

    private static double logSum(double[] values) {
        double highest = values[best(values)];
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(value - highest);
        }
        return highest + Math.log(sum);
    }

    private static int best(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /** Finds the scale of the lowest value by parting the interval, on logarithms. */
    private static double lowest(DoubleUnaryOperator value) {
        double low = Math.log(NARROWEST);
        double high = Math.log(WIDEST);
        double golden = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < 25; i++) {
            double left = high - golden * (high - low);
            double right = low + golden * (high - low);
            if (value.applyAsDouble(Math.exp(left)) < value.applyAsDouble(Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /**
     * Corrects scores.
     *
     * @param scores one a label
     * @return logarithms of what is proportional to each label's probability
     */
    public double[] of(float[] scores) {
        double[] corrected = new double[scores.length];
        for (int i = 0; i < corrected.length; i++) {
            corrected[i] = scale * scores[i] + biases[i];
        }
        return corrected;
    }
}
