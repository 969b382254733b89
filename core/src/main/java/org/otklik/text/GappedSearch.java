package org.otklik.text;

/**
 * Looks for phrases with gaps or many choices in one window of tokens; for one thread.
 *
 * <p>Each word of the window has a mask with one bit for every token that is it, a set of words that of all its words. A
 * phrase then needs a few shifts, whatever it may skip.
 */
final class GappedSearch {

    private static final int WIDTH = WindowSearch.WIDTH;
    /** Each token may be two words. */
    private static final int MOST_WORDS = 2 * WIDTH;

    private final PhraseTable table;
    private final FoundInWindow found;
    /** Where each word stands in this window. */
    private final long[] masks;

    private final int[] marked = new int[MOST_WORDS];
    private int size;
    private long seen;
    /** Of each set the window in which it was asked for, then where its words stand there. */
    private final long[] sets;

    private long windows;

    GappedSearch(PhraseTable table, FoundInWindow found) {
        this.table = table;
        this.found = found;
        masks = new long[table.wordsInSets + 1];
        sets = new long[2 * table.sets()];
    }

    /** Adds the phrases that start at one of some tokens. */
    void run(long[] window, long inSets, long starts) {
        windows++;
        for (long left = inSets; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            mark(TokenWords.word(window[place]), place);
            mark(TokenWords.exact(window[place]), place);
        }
        for (int i = 0; i < size; i++) {
            lookAt(table.firstPhrase[marked[i]], table.firstPhrase[marked[i] + 1], starts);
        }
        clear();
    }

    private void lookAt(int from, int end, long starts) {
        for (int at = from; at < end; at++) {
            if ((table.candidates[2 * at] & seen) != 0) {
                long candidate = table.candidates[2 * at + 1];
                if (stands((int) candidate)) {
                    match((int) (candidate >> Integer.SIZE), starts);
                }
            }
        }
    }

    private void mark(int word, int place) {
        if (word == 0 || word > table.wordsInSets) {
            return;
        }
        if (masks[word] == 0) {
            marked[size++] = word;
            seen |= 1L << table.bitOfWord[word];
        }
        masks[word] |= 1L << place;
    }

    private void clear() {
        for (int i = 0; i < size; i++) {
            masks[marked[i]] = 0;
        }
        size = 0;
        seen = 0;
    }

    private boolean stands(int set) {
        return set == PhraseTable.NONE || mask(set) != 0;
    }

    /** Where the words of a set stand. */
    private long mask(int set) {
        if (sets[2 * set] == windows) {
            return sets[2 * set + 1];
        }
        long mask = 0;
        int end = table.firstWord[set + 1];
        for (int i = table.firstWord[set]; i < end; i++) {
            mask |= masks[table.wordsOfSet[i]];
        }
        sets[2 * set] = windows;
        sets[2 * set + 1] = mask;
        return mask;
    }

    private void match(int phrase, long starts) {
        int first = table.firstStep[phrase];
        int end = table.firstStep[phrase + 1];
        for (long left = mask(table.setOfStep[first]) & starts; left != 0; left &= left - 1) {
            int start = Long.numberOfTrailingZeros(left);
            int at = start;
            for (int step = first + 1; step < end && at >= 0; step++) {
                at = nearest(step, at);
            }
            if (at >= 0) {
                found.add(start, phrase, at);
            }
        }
    }

    /** Finds the nearest token behind another that a step takes and may reach; below 0 if there is none. */
    private int nearest(int step, int behind) {
        if (behind == WIDTH - 1) {
            return -1;
        }
        long reached = mask(table.setOfStep[step]) >>> (behind + 1) & (2L << table.gapOfStep[step]) - 1;
        return reached == 0 ? -1 : behind + 1 + Long.numberOfTrailingZeros(reached);
    }
}
