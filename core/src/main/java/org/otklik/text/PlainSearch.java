package org.otklik.text;

/**
 * Looks for phrases none of which has a gap: from each word by which some begin along the tree of words; for one thread.
 *
 * <p>Tokens by which phrases begin are put in a row first, without a branch, since nobody foretells which they are.
 */
final class PlainSearch implements PhraseSearch {

    private static final int FEW = 64;
    /** Memory that grew for a longer text is not kept. */
    private static final int LONGEST_KEPT = 1 << 16;

    private final PhraseTable table;
    private final PhraseTrie trie;
    /** What each token is, see {@link TokenWords}. */
    private long[] words = new long[FEW];

    private int[] starts = new int[FEW];
    /** Phrases that start at one token. */
    private final FoundInWindow found = new FoundInWindow();

    private int start;

    PlainSearch(PhraseTable table) {
        this.table = table;
        trie = table.trie;
    }

    @Override
    public void run(Tokens tokens, PhraseMatch match) {
        int begun = read(tokens);
        for (int i = 0; i < begun; i++) {
            start = starts[i];
            go(tokens, TokenWords.word(words[start]), start);
            int exact = TokenWords.exact(words[start]);
            if (exact != 0) {
                go(tokens, exact, start);
            }
            found.report(table.numbers, start, match);
        }
        if (words.length > LONGEST_KEPT) {
            makeRoom(FEW);
        }
    }

    /** Reads what the tokens are; returns how many begin phrases. */
    private int read(Tokens tokens) {
        int count = tokens.size();
        if (words.length < count) {
            makeRoom(count + count / 2);
        }
        WordNotes notes = tokens.notesOf(table);
        int begun = 0;
        for (int token = 0; token < count; token++) {
            long known = table.wordsOf(tokens, token, notes);
            words[token] = known;
            starts[begun] = token;
            begun += (int) TokenWords.bit(known, TokenWords.BEGINS, 0);
        }
        return begun;
    }

    private void makeRoom(int tokens) {
        words = new long[tokens];
        starts = new int[tokens];
    }

    /** Notes the phrases that end here, and goes on with the next token. */
    private void go(Tokens tokens, int state, int at) {
        int endings = trie.countEndings(state);
        for (int i = 0; i < endings; i++) {
            found.add(0, trie.ending(state, i), at - start);
        }
        int next = at + 1;
        if (trie.goesOn(state) && next < tokens.size() && !tokens.beginsSentence(next)) {
            follow(tokens, state, TokenWords.word(words[next]), next);
            follow(tokens, state, TokenWords.exact(words[next]), next);
        }
    }

    private void follow(Tokens tokens, int state, int word, int at) {
        int next = word == 0 ? PhraseTrie.NONE : trie.next(state, word);
        if (next != PhraseTrie.NONE) {
            go(tokens, next, at);
        }
    }
}
