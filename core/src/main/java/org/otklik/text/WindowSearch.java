package org.otklik.text;

import org.jspecify.annotations.Nullable;

/**
 * Looks for phrases with and without gaps, sentence by sentence; for one thread.
 *
 * <p>A sentence of more than 64 tokens is read in windows that overlap by the widest phrase. Where phrases may begin or be
 * looked for is one bit for every token of the window.
 */
final class WindowSearch implements PhraseSearch {

    static final int WIDTH = Long.SIZE;

    private final PhraseTable table;
    private final PhraseTrie trie;
    private final GappedSearch gapped;
    private final FoundInWindow found = new FoundInWindow();
    /** What each token of the window is, see {@link TokenWords}. */
    private final long[] window = new long[WIDTH];

    private int size;
    private long begins;
    private long inSets;
    private long leads;

    WindowSearch(PhraseTable table) {
        this.table = table;
        trie = table.trie;
        gapped = new GappedSearch(table, found);
    }

    @Override
    public void run(Tokens tokens, PhraseMatch match) {
        WordNotes notes = tokens.notesOf(table);
        int from = 0;
        while (from < tokens.size()) {
            int to = read(tokens, notes, from);
            boolean cut = size == WIDTH && to < tokens.size() && !tokens.beginsSentence(to);
            int next = cut ? to + 1 - table.widestSpan : to;
            look(-1L >>> (WIDTH - (next - from)));
            found.report(table.numbers, from, match);
            from = next;
        }
    }

    /** Reads the tokens of a sentence, as many as the window holds; returns where it ends. */
    private int read(Tokens tokens, @Nullable WordNotes notes, int from) {
        int end = Math.min(tokens.size(), from + WIDTH);
        long beginning = 0;
        long set = 0;
        long leading = 0;
        int at = from;
        do {
            long words = table.wordsOf(tokens, at, notes);
            int place = at - from;
            window[place] = words;
            beginning |= TokenWords.bit(words, TokenWords.BEGINS, place);
            set |= TokenWords.bit(words, TokenWords.IN_SETS, place);
            leading |= TokenWords.bit(words, TokenWords.LEADS, place);
            at++;
        } while (at < end && !tokens.beginsSentence(at));
        size = at - from;
        begins = beginning;
        inSets = set;
        leads = leading;
        return at;
    }

    private void look(long starts) {
        for (long left = begins & starts; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            go(TokenWords.word(window[place]), place, place);
            int exact = TokenWords.exact(window[place]);
            if (exact != 0) {
                go(exact, place, place);
            }
        }
        if (leads != 0) {
            gapped.run(window, inSets, starts);
        }
    }

    /** Adds the phrases without gaps that end here, and goes on with the next token. */
    private void go(int state, int start, int at) {
        int endings = trie.countEndings(state);
        for (int i = 0; i < endings; i++) {
            found.add(start, trie.ending(state, i), at);
        }
        if (at + 1 < size && trie.goesOn(state)) {
            follow(state, TokenWords.word(window[at + 1]), start, at + 1);
            follow(state, TokenWords.exact(window[at + 1]), start, at + 1);
        }
    }

    private void follow(int state, int word, int start, int at) {
        int next = word == 0 ? PhraseTrie.NONE : trie.next(state, word);
        if (next != PhraseTrie.NONE) {
            go(next, start, at);
        }
    }
}
