package org.otklik.text;

import java.util.Arrays;

/**
 * Memory for looking for phrases in one text, sentence by sentence; for one thread.
 *
 * <p>Each word has a mask with one bit for every token of the sentence, a set of words that of all its words. A phrase
 * then needs a few shifts, whatever it may skip. A sentence of more than 64 tokens is read in windows that overlap by the widest phrase.
 */
final class PhraseSearch {

    private static final int WIDTH = Long.SIZE;
    private static final int LAST_BITS = 6;
    private static final int FIRST_SHIFT = 38;
    private static final int FEW = 24;
    private static final int FORMS = 4096;

    private final PhraseTable table;
    private final PhraseTrie trie;
    private final long[] masks;
    private final int[] marked = new int[2 * WIDTH];
    private int markedSize;
    /** First token, phrase and last token of each match, within the window; some stand twice. */
    private long[] found = new long[32];

    private int foundSize;
    /** The forms that were met last, and what words they are: most of a text has been met before. */
    private final long[] forms = new long[FORMS];

    private final long[] wordsOfForm = new long[FORMS];
    private final long[] window = new long[WIDTH];
    private long seen;

    PhraseSearch(PhraseTable table) {
        this.table = table;
        trie = table.trie;
        masks = new long[table.wordsInSets + 1];
    }

    void run(Tokens tokens, PhraseMatch match) {
        int size = tokens.size();
        int from = 0;
        while (from < size) {
            int end = Math.min(size, from + WIDTH);
            int to = from + 1;
            while (to < end && !tokens.beginsSentence(to)) {
                to++;
            }
            boolean cut = to == from + WIDTH && to < size && !tokens.beginsSentence(to);
            int next = cut ? to + 1 - table.widestSpan : to;
            look(tokens, from, to, next, match);
            from = next;
        }
    }

    /** Reports the phrases that begin before {@code next} and end before {@code to}. */
    private void look(Tokens tokens, int from, int to, int next, PhraseMatch match) {
        for (int token = from; token < to; token++) {
            long words = words(tokens, token);
            window[token - from] = words;
            mark((int) words, token - from);
            mark((int) (words >>> Integer.SIZE), token - from);
        }
        for (int position = 0; position < next - from; position++) {
            begin((int) window[position], position, to - from);
            begin((int) (window[position] >>> Integer.SIZE), position, to - from);
        }
        long starts = -1L >>> (WIDTH - (next - from));
        for (int i = 0; i < markedSize; i++) {
            int word = marked[i];
            for (int at = table.firstPhrase[word]; at < table.firstPhrase[word + 1]; at++) {
                int besides = table.besides[at];
                if (besides == PhraseTable.NONE || stands(besides)) {
                    match(table.phrasesOfWord[at], starts);
                }
            }
        }
        clear();
        report(from, match);
    }

    private long words(Tokens tokens, int token) {
        long form = tokens.word(token);
        int at = (int) (form ^ form >>> 24) & FORMS - 1;
        if (forms[at] != form) {
            wordsOfForm[at] = table.wordsOf(tokens, token);
            forms[at] = form;
        }
        return wordsOfForm[at];
    }

    private void begin(int word, int position, int end) {
        int state = trie.first(word);
        if (state != PhraseTrie.NONE) {
            go(state, position, position, end);
        }
    }

    /** Adds the plain phrases that end here, and goes on with the next token. */
    private void go(int state, int start, int at, int end) {
        for (int i = trie.firstEnding[state]; i < trie.firstEnding[state + 1]; i++) {
            add(start, trie.endings[i], at);
        }
        if (at + 1 < end && trie.goesOn(state)) {
            follow(state, (int) window[at + 1], start, at + 1, end);
            follow(state, (int) (window[at + 1] >>> Integer.SIZE), start, at + 1, end);
        }
    }

    private void follow(int state, int word, int start, int at, int end) {
        int next = word == 0 ? PhraseTrie.NONE : trie.next(state, word);
        if (next != PhraseTrie.NONE) {
            go(next, start, at, end);
        }
    }

    private void mark(int word, int position) {
        if (word == 0 || word > table.wordsInSets) {
            return;
        }
        if (masks[word] == 0) {
            marked[markedSize++] = word;
            seen |= PhraseTable.bit(word);
        }
        masks[word] |= 1L << position;
    }

    private boolean stands(int set) {
        return (table.bitsOfSet[set] & seen) != 0 && mask(set) != 0;
    }

    /** Where the words of a set stand. */
    private long mask(int set) {
        long mask = 0;
        for (int i = table.firstWord[set]; i < table.firstWord[set + 1]; i++) {
            mask |= masks[table.wordsOfSet[i]];
        }
        return mask;
    }

    private void clear() {
        for (int i = 0; i < markedSize; i++) {
            masks[marked[i]] = 0;
        }
        markedSize = 0;
        seen = 0;
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
                add(start, phrase, at);
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

    private void add(int start, int phrase, int last) {
        if (foundSize == found.length) {
            found = Arrays.copyOf(found, foundSize * 2);
        }
        found[foundSize++] = (long) start << FIRST_SHIFT | (long) phrase << LAST_BITS | last;
    }

    private void report(int from, PhraseMatch match) {
        sort();
        for (int i = 0; i < foundSize; i++) {
            if (i > 0 && found[i] == found[i - 1]) {
                continue;
            }
            int phrase = (int) (found[i] >>> LAST_BITS);
            int start = (int) (found[i] >>> FIRST_SHIFT);
            int last = (int) found[i] & WIDTH - 1;
            match.found(table.numbers[phrase], from + start, from + last);
        }
        foundSize = 0;
    }

    private void sort() {
        if (foundSize > FEW) {
            Arrays.sort(found, 0, foundSize);
            return;
        }
        for (int i = 1; i < foundSize; i++) {
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
