package org.otklik.classify;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts a model together from what training found; for one thread. */
public final class TrainedModelBuilder {

    private final String name;
    private final List<String> labels;
    private final TextFeatures features;
    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private double[] biases;
    private double rarest = 1;
    private Calibration calibration = Calibration.NONE;

    private static final class Row {

        final double rarity;
        final double[] weights;

        Row(double rarity, double[] weights) {
            this.rarity = rarity;
            this.weights = weights;
        }
    }

    TrainedModelBuilder(String name, List<String> labels, TextFeatures features) {
        this.name = Objects.requireNonNull(name, "version");
        this.labels = List.copyOf(labels);
        this.features = Objects.requireNonNull(features, "features");
        biases = new double[labels.size()];
        if (labels.size() < ModelFormat.FEWEST_LABELS || labels.size() > ModelFormat.MOST_LABELS) {
            throw new IllegalArgumentException("A model has " + ModelFormat.FEWEST_LABELS + " to "
                    + ModelFormat.MOST_LABELS + " labels, not " + labels.size() + ".");
        }
    }

    /**
     * Sets what each label has before a word is read.
     *
     * @param value one number a label, on the scale of logarithms of probabilities
     * @return this builder
     */
    public TrainedModelBuilder biases(double[] value) {
        biases = checked(value).clone();
        return this;
    }

    /**
     * Sets how rare a word is that training never saw.
     *
     * @param value above 0
     * @return this builder
     */
    public TrainedModelBuilder rarest(double value) {
        rarest = value;
        return this;
    }

    /**
     * Sets what the model's probabilities turned out to mean.
     *
     * @param value fitted on rows that the model had not seen
     * @return this builder
     */
    public TrainedModelBuilder calibration(Calibration value) {
        calibration = Objects.requireNonNull(value, "calibration");
        return this;
    }

    /**
     * Adds a feature.
     *
     * @param key its key, see {@link TextFeatures}
     * @param rarity how rare it is, as counted in the length of a text's vector
     * @param weights one number a label, with the rarity multiplied in
     * @return this builder
     */
    public TrainedModelBuilder row(long key, double rarity, double[] weights) {
        rows.putIfAbsent(key, new Row(rarity, checked(weights)));
        return this;
    }

    private double[] checked(double[] value) {
        if (value.length != labels.size() || !Arrays.stream(value).allMatch(TrainedModelBuilder::isMeasurable)) {
            throw new IllegalArgumentException("A model needs one number of at most a million for each of its labels.");
        }
        return value;
    }

    private static boolean isMeasurable(double value) {
        return Math.abs(value) <= ModelFormat.LARGEST_NUMBER;
    }

    /**
     * Builds the model; each weight is rounded to one of 255 steps of its row.
     *
     * @return the model
     */
    public TrainedModel build() {
        int count = rows.size();
        long[] keys = new long[count];
        float[] rarities = new float[count];
        float[] scales = new float[count];
        byte[] steps = new byte[Math.multiplyExact(count, labels.size())];
        int at = 0;
        for (Map.Entry<Long, Row> entry : rows.entrySet()) {
            Row row = entry.getValue();
            keys[at] = entry.getKey();
            rarities[at] = (float) row.rarity;
            scales[at] = scale(row.weights);
            for (int i = 0; i < labels.size(); i++) {
                steps[at * labels.size() + i] = step(row.weights[i], scales[at]);
            }
            at++;
        }
        Weights weights = new Weights(keys, rarities, scales, steps, floats(biases), (float) rarest);
        TrainedModel unnamed = new TrainedModel(name, labels, features, weights, calibration);
        String version = name + "-" + ModelWriter.hash(unnamed);
        return new TrainedModel(version, labels, features, weights, calibration);
    }

    private static float scale(double[] weights) {
        double widest = 0;
        for (double weight : weights) {
            widest = Math.max(widest, Math.abs(weight));
        }
        return (float) (widest / Byte.MAX_VALUE);
    }

    private static byte step(double weight, float scale) {
        return scale == 0 ? 0 : (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, Math.round(weight / scale)));
    }

    private static float[] floats(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
