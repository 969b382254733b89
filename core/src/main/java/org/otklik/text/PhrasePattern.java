package org.otklik.text;

/** One phrase of an automaton: for each step the hashes it takes and the tokens it may skip before. */
final class PhrasePattern {

    private final int number;
    private final long[][] steps;
    private final int[] gaps;

    PhrasePattern(int number, long[][] steps, int[] gaps) {
        this.number = number;
        this.steps = steps;
        this.gaps = gaps;
    }

    int number() {
        return number;
    }

    int length() {
        return steps.length;
    }

    long[] first() {
        return steps[0];
    }

    int gap(int step) {
        return gaps[step];
    }

    boolean accepts(int step, long hash) {
        for (long candidate : steps[step]) {
            if (candidate == hash) {
                return true;
            }
        }
        return false;
    }
}
