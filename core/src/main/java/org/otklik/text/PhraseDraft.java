package org.otklik.text;

/** A phrase as it was given: for each step the hashes of words that it takes and the tokens that it may skip. */
final class PhraseDraft {

    private static final int MOST_CHOICES = 64;

    private final int number;
    private final long[][] steps;
    private final int[] gaps;

    PhraseDraft(int number, long[][] steps, int[] gaps) {
        this.number = number;
        this.steps = steps;
        this.gaps = gaps;
    }

    int number() {
        return number;
    }

    long[][] steps() {
        return steps;
    }

    int[] gaps() {
        return gaps;
    }

    /** How many tokens it may take with all that it skips. */
    int span() {
        int span = 1;
        for (int step = 1; step < gaps.length; step++) {
            span += 1 + gaps[step];
        }
        return span;
    }

    /** Tells whether it is a row of words without gaps, of which there are few choices. */
    boolean isPlain() {
        int choices = 1;
        for (int step = 0; step < steps.length; step++) {
            choices *= steps[step].length;
            if (steps.length > 1 && (choices > MOST_CHOICES || (step > 0 && gaps[step] > 0))) {
                return false;
            }
        }
        return true;
    }
}
