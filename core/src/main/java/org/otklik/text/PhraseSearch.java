package org.otklik.text;

import org.jspecify.annotations.Nullable;

/**
 * Looks for phrases in one text, sentence by sentence; for one thread.
 *
 * <p>A sentence of more than 64 tokens is read in windows that overlap by the widest phrase. Where phrases may begin or be
 * looked for is one bit for every token of the window.
 */
final class PhraseSearch {

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

    PhraseSearch(PhraseTable table) {
        this.table = table;
        trie = table.trie;
        gapped = new GappedSearch(table, found);
    }

    void run(Tokens tokens, PhraseMatch match) {
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
            long words = notes == null ? table.wordsOf(tokens, at) : noted(tokens, notes, at);
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

    private long noted(Tokens tokens, WordNotes notes, int token) {
        int form = tokens.form(token);
        long known = notes.get(form);
        if (known == WordNotes.NONE) {
            known = table.wordsOf(tokens, token);
            notes.set(form, known);
        }
        return known;
    }

    private void look(long starts) {
        for (long left = begins & starts; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            begin(TokenWords.word(window[place]), place);
            begin(TokenWords.exact(window[place]), place);
        }
        if (leads != 0) {
            gapped.run(window, inSets, starts);
        }
    }

    private void begin(int word, int place) {
        int state = trie.first(word);
        if (state != PhraseTrie.NONE) {
            go(state, place, place);
        }
    }

    /** Adds the phrases without gaps that end here, and goes on with the next token. */
    private void go(int state, int start, int at) {
        int end = trie.endOfEndings(state);
        for (int i = trie.firstEnding(state); i < end; i++) {
            found.add(start, trie.ending(i), at);
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
