package org.otklik.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.otklik.text.Evidence;
import org.otklik.text.PostText;
import org.otklik.text.Segment;
import org.otklik.text.Tokens;

/** Finds the features that speak most for one label and against another; for one text. */
final class Explaining implements TextFeatures.Sink {

    private static final int MOST = 3;

    private final Weights weights;
    private final Tokens tokens;
    private final int label;
    private final int other;
    private final List<Spoken> all = new ArrayList<>();
    private final List<Spoken> open = new ArrayList<>();
    private double squares;

    private Explaining(Weights weights, Tokens tokens, int label, int other) {
        this.weights = weights;
        this.tokens = tokens;
        this.label = label;
        this.other = other;
    }

    /** What a feature said, and where it stood; only what speaks for a label is ever shown. */
    private record Spoken(String what, double weight, int start, int end) {

        Evidence evidence() {
            long hundredths = Math.round(weight * 100);
            long rest = hundredths % 100;
            return Evidence.of(
                    "learned." + what + ":+" + hundredths / 100 + (rest < 10 ? ".0" : ".") + rest, start, end);
        }
    }

    static List<Evidence> of(Weights weights, TextFeatures features, PostText text, int label, int other) {
        Explaining explaining = new Explaining(weights, text.own(), label, other);
        features.readWords(explaining.tokens, explaining);
        explaining.close();
        features.readPairs(explaining.tokens, explaining);
        explaining.close();
        features.readSigns(text, explaining);
        explaining.close();
        return explaining.strongest();
    }

    private List<Evidence> strongest() {
        List<Evidence> strongest = all.stream()
                .filter(spoken -> spoken.weight() > 0)
                .sorted(Comparator.comparingDouble(Spoken::weight).reversed())
                .limit(MOST)
                .map(Spoken::evidence)
                .toList();
        return strongest.isEmpty() ? List.of(Evidence.whole("learned.frequency", Segment.POST)) : strongest;
    }

    @Override
    public void word(int token, long form, long stem) {
        int row = weights.row(form);
        int known = row == KeyTable.NONE ? weights.row(stem) : row;
        if (known == KeyTable.NONE) {
            squares += weights.rarest * weights.rarest;
        } else {
            take("word", known, token, token);
        }
    }

    @Override
    public void pair(int token, long key) {
        int row = weights.row(key);
        if (row != KeyTable.NONE) {
            take("pair", row, token, token + 1);
        }
    }

    @Override
    public void sign(long key, int firstToken, int lastToken) {
        int row = weights.row(key);
        if (row != KeyTable.NONE) {
            take(firstToken == TextFeatures.WHOLE ? "place" : "rule", row, firstToken, lastToken);
        }
    }

    private void take(String what, int row, int first, int last) {
        double weight = (double) weights.value(row, label) - weights.value(row, other);
        squares += weights.rarities[row] * weights.rarities[row];
        boolean whole = first == TextFeatures.WHOLE;
        open.add(new Spoken(what, weight, whole ? 0 : tokens.start(first), whole ? 0 : tokens.end(last)));
    }

    private void close() {
        double length = Math.sqrt(squares);
        for (Spoken spoken : open) {
            all.add(new Spoken(spoken.what(), spoken.weight() / length, spoken.start(), spoken.end()));
        }
        open.clear();
        squares = 0;
    }
}
