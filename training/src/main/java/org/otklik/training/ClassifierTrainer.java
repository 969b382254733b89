package org.otklik.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.otklik.classify.Calibration;
import org.otklik.classify.TextFeatures;

/**
 * Learns to label texts from those of the past: topics, categories, or the bodies that answered; immutable.
 *
 * <p>The same history, settings and seed give the same model, byte for byte. A training takes seconds to minutes on one
 * thread, which is the caller's; memory grows with the number of labels times that of words.
 */
public final class ClassifierTrainer {

    private static final int FEWEST_ROWS = 10;
    private static final int RANKED = 10;

    private final TextFeatures features;
    private final String name;
    private final long seed;
    private final int folds;
    private final UnaryOperator<String> titleOf;
    private final TrainingProgress progress;
    private final Recipe recipe;

    private ClassifierTrainer(
            TextFeatures features,
            String name,
            long seed,
            int folds,
            UnaryOperator<String> titleOf,
            TrainingProgress progress,
            Recipe recipe) {
        this.features = features;
        this.name = name;
        this.seed = seed;
        this.folds = folds;
        this.titleOf = titleOf;
        this.progress = progress;
        this.recipe = recipe;
    }

    /**
     * Returns a trainer with the usual settings: seed 1, five folds, labels as their own titles.
     *
     * @param features what to look at; loading the model needs the same
     * @return the trainer
     */
    public static ClassifierTrainer of(TextFeatures features) {
        Objects.requireNonNull(features, "features");
        return new ClassifierTrainer(
                features, "trained", 1, 5, UnaryOperator.identity(), TrainingProgress.SILENT, Recipe.STANDARD);
    }

    /**
     * Names the model; a hash of what was learned is added to make its version.
     *
     * @param value such as {@code topics-2026-11}
     * @return a copy
     */
    public ClassifierTrainer name(String value) {
        return new ClassifierTrainer(features, value, seed, folds, titleOf, progress, recipe);
    }

    /**
     * Sets the seed of all chance.
     *
     * @param value any number
     * @return a copy
     */
    public ClassifierTrainer seed(long value) {
        return new ClassifierTrainer(features, name, value, folds, titleOf, progress, recipe);
    }

    /**
     * Sets into how many parts rows are dealt to correct and evaluate the model by rows it had not seen.
     *
     * @param value 2 or more
     * @return a copy
     */
    public ClassifierTrainer folds(int value) {
        if (value < 2) {
            throw new IllegalArgumentException("Rows must be dealt into at least 2 parts, not " + value + ".");
        }
        return new ClassifierTrainer(features, name, seed, value, titleOf, progress, recipe);
    }

    /**
     * Tells what a label is called where it is an id: titles are learned from too, which helps rare labels most.
     *
     * @param value from a label to its title and aliases, in Russian
     * @return a copy
     */
    public ClassifierTrainer titles(UnaryOperator<String> value) {
        return new ClassifierTrainer(features, name, seed, folds, value, progress, recipe);
    }

    /**
     * Sets who hears how far the training is.
     *
     * @param value is called once a fold and once for the last training
     * @return a copy
     */
    public ClassifierTrainer progress(TrainingProgress value) {
        return new ClassifierTrainer(features, name, seed, folds, titleOf, value, recipe);
    }

    ClassifierTrainer recipe(Recipe value) {
        return new ClassifierTrainer(features, name, seed, folds, titleOf, progress, value);
    }

    /**
     * Learns.
     *
     * @param history at least ten rows of at least two labels; copies are left out
     * @return model, evaluation, and what was left out
     * @throws IllegalArgumentException if there is too little to learn from
     */
    public Training train(History history) {
        Material material = Material.of(history.posts(), features, titleOf);
        check(material);
        Learner learner = new Learner(material, recipe, seed);
        OutOfFold outOfFold = outOfFold(learner, material.posts().size());
        double contrast = outOfFold.times(recipe.contrast());
        float[][] scores = outOfFold.blended(contrast);
        PriorCorrection correction =
                PriorCorrection.fit(scores, material.right(), material.labels().size());
        List<Evaluation.Answer> raw = answers(material, scores, correction);
        Calibration calibration = calibration(raw);
        Learner.Learned learned =
                learner.from(IntStream.range(0, material.posts().size()).toArray());
        progress.done("model", 1, 1);
        return new Training(
                Assembly.of(name, material, features, learned, contrast, correction, calibration, recipe),
                Evaluation.of(raw.stream()
                        .map(answer -> calibrated(answer, calibration))
                        .toList()),
                material.posts().size(),
                material.duplicates(),
                history.mistakes());
    }

    private static Calibration calibration(List<Evaluation.Answer> answers) {
        double[] promised = new double[answers.size()];
        boolean[] right = new boolean[answers.size()];
        for (int i = 0; i < promised.length; i++) {
            promised[i] = answers.get(i).probability();
            right[i] = answers.get(i).isRight();
        }
        return Calibration.fit(promised, right);
    }

    private static Evaluation.Answer calibrated(Evaluation.Answer answer, Calibration calibration) {
        return new Evaluation.Answer(answer.right(), answer.ranking(), calibration.of(answer.probability()));
    }

    private static void check(Material material) {
        int rows = material.posts().size();
        if (rows < FEWEST_ROWS || material.labels().size() < 2) {
            throw new IllegalArgumentException("There is too little to learn from: " + rows + " different texts with "
                    + material.labels().size() + " labels. Give at least " + FEWEST_ROWS + " texts of 2 labels.");
        }
    }

    private OutOfFold outOfFold(Learner learner, int rows) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        OutOfFold scores = new OutOfFold(rows);
        for (int fold = 0; fold < folds; fold++) {
            int part = fold;
            int[] held = IntStream.range(0, rows)
                    .filter(i -> i % folds == part)
                    .map(order::get)
                    .sorted()
                    .toArray();
            int[] taught = IntStream.range(0, rows)
                    .filter(i -> i % folds != part)
                    .map(order::get)
                    .sorted()
                    .toArray();
            learner.score(learner.from(taught), held, scores);
            progress.done("fold", fold + 1, folds);
        }
        return scores;
    }

    private static List<Evaluation.Answer> answers(Material material, float[][] scores, PriorCorrection correction) {
        List<Evaluation.Answer> answers = new ArrayList<>();
        for (int row = 0; row < scores.length; row++) {
            double[] corrected = correction.of(scores[row]);
            int best = best(corrected);
            double sum = Arrays.stream(corrected)
                    .map(score -> Math.exp(score - corrected[best]))
                    .sum();
            answers.add(new Evaluation.Answer(
                    material.labels().get(material.labelOf(row)), ranking(material, scores[row], best), 1 / sum));
        }
        return answers;
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    /** The best first, the others without correction, as {@code TrainedModel} ranks them. */
    private static List<String> ranking(Material material, float[] scores, int best) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> a == best ? -1 : b == best ? 1 : Float.compare(scores[b], scores[a]))
                .limit(RANKED)
                .map(material.labels()::get)
                .toList();
    }
}
