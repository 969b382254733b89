package org.otklik.classify;

import org.otklik.text.Evidence;
import org.otklik.text.Segment;

/** Evidence of rules as numbers; each piece becomes an object when it is looked at. Immutable and thread-safe. */
final class RuleEvidence extends LazyEvidence {

    /** Stands for a rule where nothing spoke for an incident. */
    static final int NONE = -1;

    private static final int WIDTH = 3;
    private static final Evidence NOTHING = Evidence.whole("none", Segment.POST);

    private final String[] rules;
    private final Segment segment;
    private final int[] numbers;

    /**
     * Takes evidence over.
     *
     * @param rules ids of all rules
     * @param numbers for each piece its rule or {@link #NONE}, first character and end; nobody may change them any more
     */
    RuleEvidence(String[] rules, Segment segment, int[] numbers) {
        this.rules = rules;
        this.segment = segment;
        this.numbers = numbers;
    }

    @Override
    public Evidence get(int index) {
        int at = WIDTH * index;
        if (numbers[at] == NONE) {
            return NOTHING;
        }
        return new Evidence(rules[numbers[at]], numbers[at + 1], numbers[at + 2], segment);
    }

    @Override
    public int size() {
        return numbers.length / WIDTH;
    }
}
