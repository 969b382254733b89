package org.otklik.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
    private static final byte[] NO_SORTS = {};
    /** Marks words that were looked up, be there any or not. */
    private static final long NOTED = Long.MIN_VALUE;

    private final PhraseTable table;
    private final PhraseTrie trie;
    private final long[] masks;
    private final int[] marked = new int[2 * WIDTH];
    private int markedSize;
    /** First token, phrase and last token of each match, within the window; some stand twice. */
    private long[] found = new long[32];

    private int foundSize;
    /** The words of each token of the window, and where there are any. */
    private final long[] window = new long[WIDTH];

    private final int[] positions = new int[WIDTH];
    private int positionsSize;
    private long seen;
    /** Where the words of a set stand, if it was asked for in this window. */
    private final long[] maskOfSet;

    private final long[] windowOfSet;
    private long windows;
    private @Nullable WordNotes notes;
    private byte[] sorts = NO_SORTS;

    PhraseSearch(PhraseTable table) {
        this.table = table;
        trie = table.trie;
        masks = new long[table.wordsInSets + 1];
        maskOfSet = new long[table.bitsOfSet.length];
        windowOfSet = new long[table.bitsOfSet.length];
    }

    void run(Tokens tokens, PhraseMatch match) {
        notes = tokens.notesOf(table);
        sorts = notes == null ? NO_SORTS : notes.sorts();
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
        if (!findWords(tokens, from, to)) {
            return;
        }
        for (int i = 0; i < positionsSize && positions[i] < next - from; i++) {
            long words = window[positions[i]];
            begin((int) words, positions[i], to - from);
            if (words >>> Integer.SIZE != 0) {
                begin((int) (words >>> Integer.SIZE), positions[i], to - from);
            }
        }
        if (table.wordsInSets > 0) {
            matchGapped(-1L >>> (WIDTH - (next - from)));
        }
        if (foundSize > 0) {
            report(from, match);
        }
    }

    /** Finds the words of phrases; tells whether any phrase may stand there. */
    private boolean findWords(Tokens tokens, int from, int to) {
        int size = 0;
        boolean leads = false;
        for (int token = from; token < to; token++) {
            int sort = sort(tokens, token);
            if (sort > PhraseTable.UNKNOWN) {
                positions[size++] = token - from;
                leads |= sort == PhraseTable.LEADING;
            }
        }
        positionsSize = size;
        if (leads) {
            Arrays.fill(window, 0, to - from, 0);
            for (int i = 0; i < size; i++) {
                window[positions[i]] = words(tokens, from + positions[i]);
            }
        }
        return leads;
    }

    private int sort(Tokens tokens, int token) {
        if (notes == null) {
            return table.sort(table.wordsOf(tokens, token));
        }
        int form = tokens.form(token);
        if (sorts[form] == 0) {
            long words = table.wordsOf(tokens, token);
            notes.set(form, words | NOTED);
            sorts[form] = table.sort(words);
        }
        return sorts[form];
    }

    private long words(Tokens tokens, int token) {
        long noted = notes == null ? WordNotes.NONE : notes.get(tokens.form(token));
        return noted == WordNotes.NONE ? table.wordsOf(tokens, token) : noted & ~NOTED;
    }

    private void matchGapped(long starts) {
        for (int i = 0; i < positionsSize; i++) {
            long words = window[positions[i]];
            mark((int) words, positions[i]);
            mark((int) (words >>> Integer.SIZE), positions[i]);
        }
        windows++;
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
        if (windowOfSet[set] == windows) {
            return maskOfSet[set];
        }
        long mask = 0;
        for (int i = table.firstWord[set]; i < table.firstWord[set + 1]; i++) {
            mask |= masks[table.wordsOfSet[i]];
        }
        maskOfSet[set] = mask;
        windowOfSet[set] = windows;
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
