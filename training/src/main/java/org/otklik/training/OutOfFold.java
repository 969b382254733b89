package org.otklik.training;

/** For each row and label what solver and counting say, learned from other rows; for one thread. */
final class OutOfFold {

    private final float[][] separated;
    private final float[][] contrasted;

    OutOfFold(int rows) {
        separated = new float[rows][];
        contrasted = new float[rows][];
    }

    void put(int row, float[] bySeparator, float[] byContrast) {
        separated[row] = bySeparator;
        contrasted[row] = byContrast;
    }

    /** Returns the factor by which counting gets a share of the say, though its scores spread otherwise. */
    double times(double share) {
        double other = spread(contrasted);
        return other == 0 ? 0 : share * spread(separated) / other;
    }

    /** How far scores of taught labels lie from the mean of their row. */
    private double spread(float[][] scores) {
        double squares = 0;
        int count = 0;
        for (int row = 0; row < scores.length; row++) {
            double mean = mean(scores, row);
            for (int label = 0; label < scores[row].length; label++) {
                if (isTaught(row, label)) {
                    squares += (scores[row][label] - mean) * (scores[row][label] - mean);
                    count++;
                }
            }
        }
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }

    private double mean(float[][] scores, int row) {
        double sum = 0;
        int count = 0;
        for (int label = 0; label < scores[row].length; label++) {
            if (isTaught(row, label)) {
                sum += scores[row][label];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private boolean isTaught(int row, int label) {
        return separated[row][label] > PriorCorrection.NOT_TAUGHT;
    }

    /** Returns the sums of both, the second a number of times. */
    float[][] blended(double times) {
        float[][] sums = new float[separated.length][];
        for (int row = 0; row < sums.length; row++) {
            sums[row] = separated[row].clone();
            for (int label = 0; label < sums[row].length; label++) {
                if (isTaught(row, label)) {
                    sums[row][label] += (float) (times * contrasted[row][label]);
                }
            }
        }
        return sums;
    }
}
