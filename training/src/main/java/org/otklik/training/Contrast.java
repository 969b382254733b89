package org.otklik.training;

import de.bwaldvogel.liblinear.Feature;

/**
 * Weights by counting: how seldom a feature stands under all labels but one, as complement naive Bayes has it.
 *
 * <p>A label with few rows says little about its own words, but all others together say well which words are not
 * theirs. That is what the solver's weights lack, and why both together find rare labels more often.
 */
final class Contrast {

    /** Counted for each feature that a label never had, so that nothing is impossible. */
    private static final double UNSEEN = 0.02;

    private final double[][] counts;
    private final double[] ofFeature;
    private final double[] ofLabel;
    private final boolean[] taught;
    private double all;

    private Contrast(int labelCount, int features) {
        counts = new double[features + 1][labelCount];
        ofFeature = new double[features + 1];
        ofLabel = new double[labelCount];
        taught = new boolean[labelCount];
    }

    static LabelWeights count(Feature[][] rows, int[] labels, int labelCount, int features) {
        Contrast contrast = new Contrast(labelCount, features);
        for (int row = 0; row < rows.length; row++) {
            contrast.add(rows[row], labels[row]);
        }
        return contrast.weights();
    }

    private void add(Feature[] row, int label) {
        taught[label] = true;
        for (Feature feature : row) {
            double value = feature.getValue();
            counts[feature.getIndex()][label] += value;
            ofFeature[feature.getIndex()] += value;
            ofLabel[label] += value;
            all += value;
        }
    }

    private LabelWeights weights() {
        float[][] weights = new float[counts.length][ofLabel.length];
        for (int label = 0; label < ofLabel.length; label++) {
            if (taught[label]) {
                fill(label, weights);
            }
        }
        for (int feature = 1; feature < weights.length; feature++) {
            centre(weights[feature]);
        }
        return new LabelWeights(weights, taught);
    }

    /** Labels of few rows would get longer weights, and win by them; so all are brought to one length. */
    private void fill(int label, float[][] weights) {
        int features = counts.length - 1;
        double others = all - ofLabel[label] + UNSEEN * features;
        double length = 0;
        for (int feature = 1; feature <= features; feature++) {
            length += Math.abs(rareness(label, feature, others));
        }
        for (int feature = 1; feature <= features; feature++) {
            weights[feature][label] = (float) (rareness(label, feature, others) * features / length);
        }
    }

    private double rareness(int label, int feature, double others) {
        return -Math.log((ofFeature[feature] - counts[feature][label] + UNSEEN) / others);
    }

    /** What all labels have in common decides nothing, and would only make the steps of the file coarser. */
    private void centre(float[] row) {
        double sum = 0;
        int count = 0;
        for (int label = 0; label < row.length; label++) {
            sum += taught[label] ? row[label] : 0;
            count += taught[label] ? 1 : 0;
        }
        for (int label = 0; label < row.length; label++) {
            row[label] = taught[label] ? (float) (row[label] - sum / count) : 0;
        }
    }
}
