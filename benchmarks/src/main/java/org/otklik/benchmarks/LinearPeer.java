package org.otklik.benchmarks;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** LIBLINEAR as one would use it: a linear SVM over stems and pairs of stems, TF-IDF, trained on labelled texts. */
final class LinearPeer {

    private static final double ACCURACY = 0.01;

    private final RussianAnalyzer analyzer = new RussianAnalyzer();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> labels;
    private final double[] rarity;
    private final Model model;

    LinearPeer(List<String> texts, List<String> given, double penalty) {
        List<Map<String, Integer>> counted = texts.stream().map(this::count).toList();
        int[] documents = new int[0];
        for (Map<String, Integer> counts : counted) {
            for (String term : counts.keySet()) {
                int number = numbers.computeIfAbsent(term, unseen -> numbers.size());
                documents = number < documents.length ? documents : java.util.Arrays.copyOf(documents, 2 * number + 16);
                documents[number]++;
            }
        }
        rarity = new double[numbers.size()];
        for (int i = 0; i < rarity.length; i++) {
            rarity[i] = Math.log((1.0 + texts.size()) / (1 + documents[i])) + 1;
        }
        labels = given.stream().distinct().sorted().toList();
        Linear.setDebugOutput(null);
        model = Linear.train(problem(counted, given), new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, penalty, ACCURACY));
    }

    private Problem problem(List<Map<String, Integer>> counted, List<String> given) {
        Problem problem = new Problem();
        problem.l = counted.size();
        problem.n = numbers.size() + 1;
        problem.bias = 1;
        problem.x = counted.stream().map(this::features).toArray(Feature[][]::new);
        problem.y = given.stream().mapToDouble(labels::indexOf).toArray();
        return problem;
    }

    String label(String text) {
        return labels.get((int) Linear.predict(model, features(count(text))));
    }

    private Feature[] features(Map<String, Integer> counts) {
        Map<Integer, Double> weights = new TreeMap<>();
        double square = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            Integer number = numbers.get(entry.getKey());
            if (number != null) {
                double weight = (1 + Math.log(entry.getValue())) * rarity[number];
                weights.put(number + 1, weight);
                square += weight * weight;
            }
        }
        double norm = Math.sqrt(Math.max(square, 1e-9));
        List<Feature> features = new ArrayList<>();
        weights.forEach((number, weight) -> features.add(new FeatureNode(number, weight / norm)));
        features.add(new FeatureNode(numbers.size() + 1, 1));
        return features.toArray(Feature[]::new);
    }

    private Map<String, Integer> count(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        String before = "";
        try (TokenStream tokens = analyzer.tokenStream("text", text.replaceAll("<[^>]{0,200}>", " "))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String stem = term.toString();
                counts.merge(stem, 1, Integer::sum);
                counts.merge(before + ' ' + stem, 1, Integer::sum);
                before = stem;
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counts;
    }

    /** Chooses the penalty by five-fold cross-validation on what may be learned from. */
    static LinearPeer tuned(List<String> texts, List<String> labels, double... penalties) {
        double best = penalties[0];
        double most = -1;
        for (double penalty : penalties) {
            double score = crossValidated(texts, labels, penalty);
            if (score > most) {
                most = score;
                best = penalty;
            }
        }
        return new LinearPeer(texts, labels, best);
    }

    private static double crossValidated(List<String> texts, List<String> labels, double penalty) {
        int[] fold = new Random(7).ints(texts.size(), 0, 5).toArray();
        Scores scores = new Scores();
        for (int i = 0; i < 5; i++) {
            int out = i;
            List<Integer> in = IntStream.range(0, fold.length)
                    .filter(at -> fold[at] != out)
                    .boxed()
                    .toList();
            LinearPeer peer = new LinearPeer(
                    in.stream().map(texts::get).toList(),
                    in.stream().map(labels::get).toList(),
                    penalty);
            IntStream.range(0, fold.length)
                    .filter(at -> fold[at] == out)
                    .forEach(at -> scores.count(labels.get(at), peer.label(texts.get(at))));
        }
        return scores.weightedF1();
    }
}
