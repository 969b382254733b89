package org.otklik.training;

import de.bwaldvogel.liblinear.Feature;

/** For each feature and label a weight; features are numbered from 1. A label that was not taught is never the best. */
final class LabelWeights {

    private final float[][] weights;
    private final float[] starts;

    /**
     * Takes weights over.
     *
     * @param weights by feature and label; the first row is not used
     * @param taught labels that training rows had
     */
    LabelWeights(float[][] weights, boolean[] taught) {
        this.weights = weights;
        starts = new float[taught.length];
        for (int label = 0; label < taught.length; label++) {
            starts[label] = taught[label] ? 0 : PriorCorrection.NOT_TAUGHT;
        }
    }

    private LabelWeights(float[][] weights, float[] starts) {
        this.weights = weights;
        this.starts = starts;
    }

    float[] scores(Feature[] vector) {
        float[] scores = starts.clone();
        for (Feature feature : vector) {
            if (feature.getIndex() < weights.length) {
                float[] row = weights[feature.getIndex()];
                float value = (float) feature.getValue();
                for (int i = 0; i < scores.length; i++) {
                    scores[i] += value * row[i];
                }
            }
        }
        return scores;
    }

    /** The weights of a feature, one a label. */
    float[] of(int feature) {
        return weights[feature];
    }

    /** Returns these weights with others added, a number of times. */
    LabelWeights plus(LabelWeights others, double times) {
        float[][] sums = new float[weights.length][];
        for (int feature = 1; feature < sums.length; feature++) {
            float[] row = weights[feature].clone();
            for (int label = 0; label < row.length; label++) {
                row[label] += (float) (times * others.weights[feature][label]);
            }
            sums[feature] = row;
        }
        return new LabelWeights(sums, starts);
    }
}
