package org.otklik.text;

/** A phrase as it was given: for each step the hashes of words that it takes and the tokens that it may skip. */
record PhraseDraft(int number, long[][] steps, int[] gaps) {

    /** How many tokens it may take with all that it skips. */
    int span() {
        int span = 1;
        for (int step = 1; step < gaps.length; step++) {
            span += 1 + gaps[step];
        }
        return span;
    }
}
