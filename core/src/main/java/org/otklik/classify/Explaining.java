package org.otklik.classify;

import java.util.List;
import org.otklik.text.Evidence;
import org.otklik.text.Segment;
import org.otklik.text.Tokens;

/** Finds the features that speak most for one label and against another; for one text. */
final class Explaining {

    private static final int MOST = 3;
    private static final int WORDS = 0;
    private static final int PAIRS = 1;
    private static final List<Evidence> BY_FREQUENCY = List.of(Evidence.whole("learned.frequency", Segment.POST));

    private final FoundRows found;
    private final Tokens tokens;
    private final int[] strongest = new int[MOST];
    private final int[] groups = new int[MOST];
    private final double[] strengths = new double[MOST];
    private int size;

    private Explaining(FoundRows found, Tokens tokens) {
        this.found = found;
        this.tokens = tokens;
    }

    static List<Evidence> of(Weights weights, FoundRows found, Tokens tokens, int label, int other) {
        Explaining explaining = new Explaining(found, tokens);
        for (int group = 0; group < FoundRows.GROUPS; group++) {
            for (int i = found.start(group); i < found.end(group); i++) {
                int steps = weights.rows.steps(found.row(i), label, other);
                if (steps > 0) {
                    explaining.offer(i, group, steps / found.length(group));
                }
            }
        }
        return explaining.evidence(weights.rows.unit());
    }

    /** Only what speaks for a label is ever shown; of equals the earlier. */
    private void offer(int index, int group, double weight) {
        if (size == MOST && weight <= strengths[MOST - 1]) {
            return;
        }
        int at = size < MOST ? size++ : MOST - 1;
        while (at > 0 && strengths[at - 1] < weight) {
            put(at, strongest[at - 1], groups[at - 1], strengths[at - 1]);
            at--;
        }
        put(at, index, group, weight);
    }

    private void put(int at, int index, int group, double weight) {
        strongest[at] = index;
        groups[at] = group;
        strengths[at] = weight;
    }

    private List<Evidence> evidence(double unit) {
        if (size == 0) {
            return BY_FREQUENCY;
        }
        int[] numbers = new int[LearnedEvidence.WIDTH * size];
        for (int i = 0; i < size; i++) {
            int first = found.first(strongest[i]);
            boolean whole = first == TextFeatures.WHOLE;
            int at = LearnedEvidence.WIDTH * i;
            numbers[at] = kind(groups[i], whole);
            numbers[at + 1] = (int) Math.min(Integer.MAX_VALUE, Math.round(strengths[i] * unit * 100));
            numbers[at + 2] = whole ? 0 : tokens.start(first);
            numbers[at + 3] = whole ? 0 : tokens.end(found.last(strongest[i]));
        }
        return new LearnedEvidence(numbers);
    }

    private static int kind(int group, boolean whole) {
        return switch (group) {
            case WORDS -> LearnedEvidence.WORD;
            case PAIRS -> LearnedEvidence.PAIR;
            default -> whole ? LearnedEvidence.PLACE : LearnedEvidence.RULE;
        };
    }
}
