package org.otklik.classify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.otklik.text.PostText;
import org.otklik.text.Tokens;
import org.otklik.text.WorkingMemory;

/**
 * A linear model that was learned from a region's own history and gives texts labels; immutable and thread-safe.
 *
 * <p>It reads the scan that rules and places share and needs nothing that core does not have. Probabilities are those
 * that cross-validation found. A text of which it knows no word gets the labels by their frequency.
 */
public final class TrainedModel {

    private final String version;
    private final List<String> labels;
    private final TextFeatures features;
    private final Weights weights;
    private final Calibration calibration;
    private final WorkingMemory<Scoring> scorings;

    TrainedModel(String version, List<String> labels, TextFeatures features, Weights weights, Calibration calibration) {
        this.version = version;
        this.labels = List.copyOf(labels);
        this.features = features;
        this.weights = weights;
        this.calibration = calibration;
        scorings = new WorkingMemory<>(() -> new Scoring(weights, features));
    }

    /**
     * Starts a model; training does it.
     *
     * @param version what decisions record
     * @param labels at least two
     * @param features what the model looks at
     * @return a builder
     */
    public static TrainedModelBuilder builder(String version, List<String> labels, TextFeatures features) {
        return new TrainedModelBuilder(version, labels, features);
    }

    /**
     * Loads a model from a file.
     *
     * @param file what {@link #save} wrote
     * @param features what the model was trained to look at
     * @return the model
     * @throws IOException if the file cannot be read
     * @throws UnreadableModelException if it is damaged, no model, of another version or trained with other features
     */
    public static TrainedModel load(Path file, TextFeatures features) throws IOException {
        return new ModelReader(file.toString(), Files.readAllBytes(file)).read(features);
    }

    /**
     * Reads a model from a stream.
     *
     * @param input what {@link #write} wrote; is read to its end and not closed
     * @param features what the model was trained to look at
     * @return the model
     * @throws IOException if the stream cannot be read
     * @throws UnreadableModelException if it is damaged, no model, of another version or trained with other features
     */
    public static TrainedModel read(InputStream input, TextFeatures features) throws IOException {
        return new ModelReader("the stream", input.readAllBytes()).read(features);
    }

    /**
     * Writes the model into a file, whole or not at all.
     *
     * @param file is replaced
     * @throws IOException if it cannot be written
     */
    public void save(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        try (OutputStream output = Files.newOutputStream(draft)) {
            write(output);
        }
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Writes the model.
     *
     * @param output takes it; is not closed
     * @throws IOException if it cannot be written
     */
    public void write(OutputStream output) throws IOException {
        new ByteArrayInputStream(ModelWriter.bytes(this)).transferTo(output);
    }

    /**
     * Tells which model this is; decisions record it.
     *
     * @return the name given in training and a hash of what was learned
     */
    public String version() {
        return version;
    }

    /**
     * Lists the labels.
     *
     * @return in the model's order
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * Returns the likeliest label, without saying why; the fastest question.
     *
     * @param text a post with its scan
     * @return one of {@link #labels()}
     */
    public String label(PostText text) {
        Scoring scoring = scorings.take();
        int best = best(scoring.read(Objects.requireNonNull(text, "text")), -1);
        scorings.giveBack(scoring);
        return labels.get(best);
    }

    /**
     * Returns the likeliest labels.
     *
     * @param text a post with its scan
     * @param count how many, at least 1
     * @return the likeliest first; fewer if the model has fewer
     */
    public List<Guess> top(PostText text, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("Ask for at least one label, not for " + count + ".");
        }
        Scoring scoring = scorings.take();
        List<Guess> guesses = guesses(scoring.read(text), scoring.found(), text.own(), Math.min(count, labels.size()));
        scorings.giveBack(scoring);
        return guesses;
    }

    private List<Guess> guesses(float[] scores, FoundRows found, Tokens tokens, int count) {
        int best = best(scores, -1);
        double[] probabilities = shares(scores, best, count > 1);
        int[] ranking = ranking(probabilities, best, count);
        calibration.apply(probabilities, best);
        List<Guess> guesses = new ArrayList<>(count);
        for (int label : ranking) {
            int other = best(scores, label);
            guesses.add(new Guess(
                    labels.get(label), probabilities[label], Explaining.of(weights, found, tokens, label, other)));
        }
        return List.copyOf(guesses);
    }

    /**
     * Returns how likely each label is.
     *
     * @param text a post with its scan
     * @return in the order of {@link #labels()}; they add up to 1 at most
     */
    public double[] probabilities(PostText text) {
        Scoring scoring = scorings.take();
        double[] probabilities = probabilities(scoring.read(Objects.requireNonNull(text, "text")));
        scorings.giveBack(scoring);
        return probabilities;
    }

    private static int best(float[] scores, int except) {
        int best = except == 0 ? 1 : 0;
        for (int i = best + 1; i < scores.length; i++) {
            if (i != except && scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    /** The best, then the others by their shares, of equals the first. */
    private static int[] ranking(double[] shares, int best, int count) {
        int[] ranking = new int[count];
        ranking[0] = best;
        boolean[] taken = new boolean[shares.length];
        taken[best] = true;
        for (int i = 1; i < count; i++) {
            int next = -1;
            for (int label = 0; label < shares.length; label++) {
                if (!taken[label] && (next < 0 || shares[label] > shares[next])) {
                    next = label;
                }
            }
            ranking[i] = next;
            taken[next] = true;
        }
        return ranking;
    }

    /**
     * Which label is best is decided with a part of frequency taken back; how likely the others are, if it is wrong, is
     * told without, since then frequency counts.
     *
     * @param ofAll whether anybody asks for the others
     */
    private double[] shares(float[] scores, int best, boolean ofAll) {
        double[] shares = new double[scores.length];
        double all = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            all += Math.exp((double) scores[i] - scores[best]);
            shares[i] = (double) scores[i] - weights.biases[i];
            highest = i == best ? highest : Math.max(highest, shares[i]);
        }
        if (!ofAll) {
            Arrays.fill(shares, 0);
            shares[best] = 1 / all;
            return shares;
        }
        double others = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = i == best ? 0 : Math.exp(shares[i] - highest);
            others += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = i == best ? 1 / all : (1 - 1 / all) * shares[i] / others;
        }
        return shares;
    }

    private double[] probabilities(float[] scores) {
        int best = best(scores, -1);
        double[] shares = shares(scores, best, true);
        calibration.apply(shares, best);
        return shares;
    }

    TextFeatures features() {
        return features;
    }

    Calibration calibration() {
        return calibration;
    }

    Weights weights() {
        return weights;
    }

    @Override
    public String toString() {
        return "model " + version + " of " + labels.size() + " labels";
    }
}
