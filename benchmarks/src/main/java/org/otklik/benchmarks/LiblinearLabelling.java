package org.otklik.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.otklik.training.Evaluation;
import org.otklik.training.LabelledPost;
import org.otklik.training.PriorCorrection;

/** LIBLINEAR as it is, and with our correction of frequencies, fitted by five folds within the taught rows. */
final class LiblinearLabelling implements Labelling {

    private static final int FOLDS = 5;
    private static final int RANKED = 10;

    private final String name;
    private final boolean pairs;
    private final double cost;

    LiblinearLabelling(boolean pairs, double cost) {
        this.pairs = pairs;
        this.cost = cost;
        name = "LIBLINEAR " + (pairs ? "words+bigrams" : "words") + " C=" + (int) cost;
    }

    @Override
    public Map<String, List<Evaluation.Answer>> answer(List<LabelledPost> taught, List<LabelledPost> asked) {
        List<String> labels = LiblinearPeer.labels(taught);
        LiblinearPeer peer = LiblinearPeer.learn(taught, labels, pairs, cost);
        PriorCorrection correction = correction(taught, labels);
        List<Evaluation.Answer> plain = new ArrayList<>();
        List<Evaluation.Answer> corrected = new ArrayList<>();
        for (LabelledPost post : asked) {
            float[] scores = peer.scores(post.text());
            double[] raw = IntStream.range(0, scores.length)
                    .mapToDouble(i -> correction.scale() * scores[i])
                    .toArray();
            plain.add(answer(post.label(), labels, raw));
            corrected.add(answer(post.label(), labels, correction.of(scores)));
        }
        Map<String, List<Evaluation.Answer>> variants = new LinkedHashMap<>();
        variants.put(name, plain);
        variants.put(name + " corrected", corrected);
        return variants;
    }

    private PriorCorrection correction(List<LabelledPost> taught, List<String> labels) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, taught.size()).boxed().toList());
        Collections.shuffle(order, new Random(1));
        float[][] scores = new float[taught.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            int part = fold;
            List<LabelledPost> rest = IntStream.range(0, taught.size())
                    .filter(i -> i % FOLDS != part)
                    .mapToObj(i -> taught.get(order.get(i)))
                    .toList();
            LiblinearPeer peer = LiblinearPeer.learn(rest, labels, pairs, cost);
            IntStream.range(0, taught.size())
                    .filter(i -> i % FOLDS == part)
                    .map(order::get)
                    .forEach(row -> scores[row] = peer.scores(taught.get(row).text()));
        }
        int[] right =
                taught.stream().mapToInt(post -> labels.indexOf(post.label())).toArray();
        return PriorCorrection.fit(scores, right, labels.size());
    }

    private static Evaluation.Answer answer(String right, List<String> labels, double[] scores) {
        List<Integer> ranking = IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .limit(RANKED)
                .toList();
        double highest = scores[ranking.get(0)];
        double sum =
                Arrays.stream(scores).map(score -> Math.exp(score - highest)).sum();
        return new Evaluation.Answer(right, ranking.stream().map(labels::get).toList(), 1 / sum);
    }
}
