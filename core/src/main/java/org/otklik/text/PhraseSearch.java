package org.otklik.text;

/** Looks for the phrases of one automaton in one text after another; for one thread. */
interface PhraseSearch {

    /** Reports what stands in a text, in the order of first tokens, then of numbers, each once. */
    void run(Tokens tokens, PhraseMatch match);

    /** The search that suits a table. */
    static PhraseSearch of(PhraseTable table) {
        return table.isPlain() ? new PlainSearch(table) : new WindowSearch(table);
    }
}
