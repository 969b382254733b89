package org.otklik.classify;

import org.otklik.text.Evidence;
import org.otklik.text.Segment;

/** Evidence of a trained model as numbers; each piece becomes an object when it is looked at. Immutable and thread-safe. */
final class LearnedEvidence extends LazyEvidence {

    static final int WORD = 0;
    static final int PAIR = 1;
    static final int RULE = 2;
    static final int PLACE = 3;

    /** How many numbers a piece has. */
    static final int WIDTH = 4;

    private static final String[] NAMES = {"word", "pair", "rule", "place"};

    private final int[] numbers;

    /**
     * Takes evidence over.
     *
     * @param numbers for each piece what it is, its weight in hundredths, first character and end; nobody may change them
     *     any more
     */
    LearnedEvidence(int[] numbers) {
        this.numbers = numbers;
    }

    @Override
    public Evidence get(int index) {
        int at = WIDTH * index;
        int hundredths = numbers[at + 1];
        int rest = hundredths % 100;
        String rule = "learned." + NAMES[numbers[at]] + ":+" + hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
        return new Evidence(rule, numbers[at + 2], numbers[at + 3], Segment.POST);
    }

    @Override
    public int size() {
        return numbers.length / WIDTH;
    }
}
