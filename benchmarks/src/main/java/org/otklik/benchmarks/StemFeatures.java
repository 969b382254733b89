package org.otklik.benchmarks;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The peers' features: stems of RussianAnalyzer, perhaps their pairs, by rarity and of length 1. */
final class StemFeatures {

    private final RussianAnalyzer analyzer = new RussianAnalyzer();
    private final boolean pairs;
    private final Map<String, Integer> numbers = new HashMap<>();
    private double[] rarities = {};

    StemFeatures(boolean pairs) {
        this.pairs = pairs;
    }

    /** Takes the vocabulary of some texts. */
    void fit(List<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String text : texts) {
            new HashSet<>(terms(text)).forEach(term -> counts.merge(term, 1, Integer::sum));
        }
        rarities = new double[counts.size() + 1];
        counts.forEach((term, count) -> {
            int number = numbers.size() + 1;
            numbers.put(term, number);
            rarities[number] = Math.log((1.0 + texts.size()) / (1.0 + count)) + 1;
        });
    }

    int size() {
        return numbers.size();
    }

    List<String> terms(String text) {
        List<String> stems = stems(analyzer, text);
        if (!pairs) {
            return stems;
        }
        List<String> all = new ArrayList<>(stems);
        for (int i = 1; i < stems.size(); i++) {
            all.add(stems.get(i - 1) + " " + stems.get(i));
        }
        return all;
    }

    static List<String> stems(RussianAnalyzer analyzer, String text) {
        List<String> stems = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems;
    }

    Feature[] vector(String text) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (String term : terms(text)) {
            Integer number = numbers.get(term);
            if (number != null) {
                counts.merge(number, 1, Integer::sum);
            }
        }
        double squares = 0;
        Feature[] vector = new Feature[counts.size()];
        int at = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            double value = (1 + Math.log(entry.getValue())) * rarities[entry.getKey()];
            vector[at++] = new FeatureNode(entry.getKey(), value);
            squares += value * value;
        }
        for (Feature feature : vector) {
            feature.setValue(feature.getValue() / Math.sqrt(squares));
        }
        return vector;
    }
}
