package org.otklik.text;

import java.util.Arrays;

/** Phrases that were found in one window of a text; for one thread. */
final class FoundInWindow {

    private static final int LAST_BITS = 6;
    private static final int FIRST_SHIFT = 38;
    private static final int FEW = 24;

    /** First token, phrase and last token of each, so that the order of numbers is that of reports; some stand twice. */
    private long[] found = new long[32];

    private int size;

    void add(int start, int phrase, int last) {
        if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
        }
        found[size++] = (long) start << FIRST_SHIFT | (long) phrase << LAST_BITS | last;
    }

    /** Reports each once, in the order of first tokens, then of numbers, and forgets them. */
    void report(int[] numbers, int from, PhraseMatch match) {
        if (size > 1) {
            sort();
        }
        for (int i = 0; i < size; i++) {
            if (i > 0 && found[i] == found[i - 1]) {
                continue;
            }
            int phrase = (int) (found[i] >>> LAST_BITS);
            int start = (int) (found[i] >>> FIRST_SHIFT);
            int last = (int) found[i] & WindowSearch.WIDTH - 1;
            match.found(numbers[phrase], from + start, from + last);
        }
        size = 0;
    }

    private void sort() {
        if (size > FEW) {
            Arrays.sort(found, 0, size);
            return;
        }
        for (int i = 1; i < size; i++) {
            long one = found[i];
            int at = i;
            while (at > 0 && found[at - 1] > one) {
                found[at] = found[at - 1];
                at--;
            }
            found[at] = one;
        }
    }
}
