package org.otklik.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds many phrases in one pass over tokens; immutable and thread-safe.
 *
 * <p>A phrase is a row of steps; each step takes one of several token hashes and may skip a few tokens before it, never
 * across the beginning of a sentence. Each token is looked up once and marks where the steps that take it may stand in
 * its sentence. A phrase is looked at only where its rarest step is marked, and its other steps are too.
 */
public final class PhraseAutomaton {

    /** The most tokens that a step may skip. */
    public static final int WIDEST_GAP = 8;

    /** The most tokens that a phrase may take with all it may skip. */
    public static final int WIDEST_SPAN = 64;

    /** The word that stands for any token with a digit. */
    public static final String NUMBER = "#";

    static final long EXACT = 0x5851F42D4C957F2DL;
    static final long ANY_NUMBER = 0x14057B7EF767814FL;

    private final PhraseTable table;
    private final WorkingMemory<PhraseSearch> searches;

    private PhraseAutomaton(PhraseTable table) {
        this.table = table;
        searches = new WorkingMemory<>(() -> PhraseSearch.of(table));
    }

    /**
     * Starts an automaton that compares stems.
     *
     * @return a builder
     */
    public static Builder onStems() {
        return new Builder(true);
    }

    /**
     * Starts an automaton that compares folded words in their exact form.
     *
     * @return a builder
     */
    public static Builder onWords() {
        return new Builder(false);
    }

    /**
     * Reports every phrase of a text, in the order of their first tokens, then of their numbers. The first automaton that
     * searches a post which a {@link TextScanner} lends out does so once, however often it is asked.
     *
     * @param tokens the text
     * @param match called for each match; of one phrase that starts at one token only the nearest match is reported
     */
    public void find(Tokens tokens, PhraseMatch match) {
        if (tokens.size() == 0) {
            return;
        }
        FoundPhrases kept = tokens.phrases();
        if (kept == null) {
            search(tokens, match);
        } else if (kept.isOf(this)) {
            kept.tell(match);
        } else if (kept.claim(this)) {
            search(tokens, kept);
            kept.complete();
            kept.tell(match);
        } else {
            search(tokens, match);
        }
    }

    private void search(Tokens tokens, PhraseMatch match) {
        PhraseSearch search = searches.take();
        search.run(tokens, match);
        searches.giveBack(search);
    }

    /** Collects phrases; for one thread. */
    public static final class Builder {

        private final boolean onStems;
        private final List<PhraseDraft> drafts = new ArrayList<>();

        private Builder(boolean onStems) {
            this.onStems = onStems;
        }

        /**
         * Adds a phrase.
         *
         * @param number what matches report
         * @param steps for each step the words of which one must stand there, in any form that folds (or stems) to the
         *     same; among stems a word with an equals sign before it stands for just this form; {@link #NUMBER} stands
         *     for any token with a digit that no phrase names by itself
         * @param gaps for each step how many tokens may stand before it, 0 to {@link #WIDEST_GAP}; that of the first
         *     step counts for nothing
         * @return this builder
         * @throws IllegalArgumentException if a step has no word, a gap is too wide, or all spans more than
         *     {@link #WIDEST_SPAN} tokens
         */
        public Builder add(int number, List<? extends List<String>> steps, int[] gaps) {
            if (steps.isEmpty() || steps.size() != gaps.length || steps.stream().anyMatch(List::isEmpty)) {
                throw new IllegalArgumentException("Phrase " + number + " needs words and a gap for every step.");
            }
            if (Arrays.stream(gaps).anyMatch(gap -> gap < 0 || gap > WIDEST_GAP)) {
                throw new IllegalArgumentException("Phrase " + number + " has a gap outside 0 to " + WIDEST_GAP + ".");
            }
            long[][] hashes = steps.stream().map(this::hashes).toArray(long[][]::new);
            PhraseDraft draft = new PhraseDraft(number, hashes, gaps.clone());
            if (draft.span() > WIDEST_SPAN) {
                throw new IllegalArgumentException("Phrase " + number + " may span " + draft.span()
                        + " tokens, more than " + WIDEST_SPAN + "; shorten it or its gaps.");
            }
            drafts.add(draft);
            return this;
        }

        /**
         * Adds a phrase without gaps.
         *
         * @param number what matches report
         * @param steps the words of each step
         * @return this builder
         */
        public Builder add(int number, List<? extends List<String>> steps) {
            return add(number, steps, new int[steps.size()]);
        }

        private long[] hashes(List<String> words) {
            return words.stream().mapToLong(this::hash).sorted().distinct().toArray();
        }

        private long hash(String word) {
            if (word.equals(NUMBER)) {
                return ANY_NUMBER;
            }
            if (!onStems) {
                return Words.hash(word);
            }
            return word.startsWith("=") ? Words.hash(word.substring(1)) * EXACT : Words.stemHash(word);
        }

        /**
         * Builds the automaton.
         *
         * @return an immutable automaton
         */
        public PhraseAutomaton build() {
            drafts.sort(Comparator.comparingInt(PhraseDraft::number));
            return new PhraseAutomaton(new PhraseTable(List.copyOf(drafts), onStems));
        }
    }

    @Override
    public String toString() {
        return "automaton on " + (table.onStems ? "stems" : "words");
    }
}
