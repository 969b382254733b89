package org.otklik.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How well the labels that were given fit those that are right; immutable. */
public final class Evaluation {

    /** How many rows a label needs to count in the plain mean of all labels. */
    public static final int FEWEST_ROWS = 5;

    private static final int BINS = 10;

    private final List<Answer> answers;
    private final Map<String, LabelFigures> labels;
    private final Map<Confusion, Integer> confusions;

    private Evaluation(List<Answer> answers) {
        this.answers = List.copyOf(answers);
        labels = figures(answers);
        confusions = new HashMap<>();
        answers.forEach(answer -> confusions.merge(new Confusion(answer.right(), answer.given()), 1, Integer::sum));
    }

    /**
     * The answer to one row; immutable.
     *
     * @param right the label that the row has
     * @param ranking the labels that it was given, the likeliest first; at least one
     * @param probability how sure the first was, 0 to 1
     */
    public record Answer(String right, List<String> ranking, double probability) {

        /** Checks the parts. */
        public Answer {
            Objects.requireNonNull(right, "right");
            ranking = List.copyOf(ranking);
            if (ranking.isEmpty()) {
                throw new IllegalArgumentException("An answer names at least one label.");
            }
        }

        /**
         * Returns the label that was given.
         *
         * @return the likeliest
         */
        public String given() {
            return ranking.get(0);
        }

        boolean isRight() {
            return given().equals(right);
        }
    }

    private record Confusion(String right, String given) {}

    /**
     * Weighs answers.
     *
     * @param answers at least one
     * @return the evaluation
     */
    public static Evaluation of(List<Answer> answers) {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to evaluate.");
        }
        return new Evaluation(answers);
    }

    private static Map<String, LabelFigures> figures(List<Answer> answers) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Answer answer : answers) {
            counts.computeIfAbsent(answer.right(), label -> new int[3])[0]++;
            counts.computeIfAbsent(answer.given(), label -> new int[3])[1]++;
            if (answer.isRight()) {
                counts.computeIfAbsent(answer.right(), label -> new int[3])[2]++;
            }
        }
        Map<String, LabelFigures> figures = new TreeMap<>();
        counts.forEach((label, count) -> figures.put(label, new LabelFigures(label, count[0], count[1], count[2])));
        return figures;
    }

    /**
     * Counts the rows.
     *
     * @return at least 1
     */
    public int rows() {
        return answers.size();
    }

    /**
     * Returns the answers.
     *
     * @return in the order of the rows
     */
    public List<Answer> answers() {
        return answers;
    }

    /**
     * Tells how many rows were given their label.
     *
     * @return 0 to 1
     */
    public double accuracy() {
        return topAccuracy(1);
    }

    /**
     * Tells in how many rows the right label was among the first ones.
     *
     * @param count among how many
     * @return 0 to 1
     */
    public double topAccuracy(int count) {
        return share(answers.stream()
                .filter(answer -> answer.ranking()
                        .subList(0, Math.min(count, answer.ranking().size()))
                        .contains(answer.right()))
                .count());
    }

    /**
     * Returns the F1 of all labels, each weighed by its rows.
     *
     * @return 0 to 1
     */
    public double weightedF1() {
        return labels.values().stream()
                        .mapToDouble(label -> label.f1() * label.rows())
                        .sum()
                / rows();
    }

    /**
     * Returns the plain mean of the F1 of labels with at least {@link #FEWEST_ROWS} rows.
     *
     * @return 0 to 1; 0 when no label has as many
     */
    public double macroF1() {
        return labels.values().stream()
                .filter(label -> label.rows() >= FEWEST_ROWS)
                .mapToDouble(LabelFigures::f1)
                .average()
                .orElse(0);
    }

    /**
     * Tells how far probabilities lie from what came true: the mean distance over ten equal bins, weighed by rows.
     *
     * @return 0 to 1
     */
    public double calibrationError() {
        double[] promised = new double[BINS];
        double[] kept = new double[BINS];
        for (Answer answer : answers) {
            int bin = Math.min(BINS - 1, (int) (answer.probability() * BINS));
            promised[bin] += answer.probability();
            kept[bin] += answer.isRight() ? 1 : 0;
        }
        double distance = 0;
        for (int i = 0; i < BINS; i++) {
            distance += Math.abs(promised[i] - kept[i]);
        }
        return distance / rows();
    }

    /**
     * Tells how many rows could be decided without a person if so many of them must be right: the surest ones.
     *
     * @param precision share of the decided that must be right, 0 to 1
     * @return share of all rows; 0 when not even the surest are right often enough
     */
    public double shareAtPrecision(double precision) {
        List<Answer> surest = answers.stream()
                .sorted(Comparator.comparingDouble(Answer::probability).reversed())
                .toList();
        int right = 0;
        int most = 0;
        for (int i = 0; i < surest.size(); i++) {
            right += surest.get(i).isRight() ? 1 : 0;
            most = right >= precision * (i + 1) ? i + 1 : most;
        }
        return share(most);
    }

    private double share(long count) {
        return (double) count / rows();
    }

    /**
     * Returns the figures of each label.
     *
     * @return those with most rows first
     */
    public List<LabelFigures> labels() {
        return labels.values().stream()
                .sorted(Comparator.comparingInt(LabelFigures::rows).reversed().thenComparing(LabelFigures::label))
                .toList();
    }

    /**
     * Tells how often one label was given where another was right.
     *
     * @param right the label that is right
     * @param given the label that was given
     * @return 0 or more
     */
    public int confusion(String right, String given) {
        return confusions.getOrDefault(new Confusion(right, given), 0);
    }

    /**
     * Returns the confusion matrix.
     *
     * @param order labels in the order of rows and columns
     * @return one row for each right label, one column for each given one
     */
    public List<List<Integer>> confusionMatrix(Collection<String> order) {
        List<List<Integer>> matrix = new ArrayList<>();
        for (String right : order) {
            matrix.add(order.stream().map(given -> confusion(right, given)).toList());
        }
        return List.copyOf(matrix);
    }

    /**
     * Writes the figures for people: the whole, each label, and which labels are taken for which most often.
     *
     * @return lines of text
     */
    public String report() {
        return EvaluationText.of(this);
    }

    /** Confusions of two labels, the commonest first: right label, given label, rows. */
    List<Map.Entry<List<String>, Integer>> commonest(int count) {
        return confusions.entrySet().stream()
                .filter(entry -> !entry.getKey().right().equals(entry.getKey().given()))
                .map(entry ->
                        Map.entry(List.of(entry.getKey().right(), entry.getKey().given()), entry.getValue()))
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> String.join("\n", entry.getKey())))
                .limit(count)
                .toList();
    }

    @Override
    public String toString() {
        return EvaluationText.headline(this);
    }
}
