package org.otklik.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds many phrases in one pass over tokens; immutable and thread-safe.
 *
 * <p>A phrase is a row of steps; each step takes one of several token hashes and may skip a few tokens before it, never
 * across the beginning of a sentence. Phrases that share a first word share one probe of a hash table, and a token that
 * starts no phrase costs just that probe.
 */
public final class PhraseAutomaton {

    /** The most tokens that a step may skip. */
    public static final int WIDEST_GAP = 8;

    private static final PhrasePattern[] NONE = {};

    private final long[] keys;
    private final PhrasePattern[][] heads;
    private final int mask;
    private final boolean onStems;

    private PhraseAutomaton(List<PhrasePattern> patterns, boolean onStems) {
        this.onStems = onStems;
        int entries = patterns.stream().mapToInt(p -> p.first().length).sum();
        int capacity = Integer.highestOneBit(Math.max(8, entries * 4) - 1) * 2;
        mask = capacity - 1;
        keys = new long[capacity];
        heads = new PhrasePattern[capacity][];
        Arrays.fill(heads, NONE);
        patterns.forEach(this::insert);
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

    private void insert(PhrasePattern pattern) {
        for (long hash : pattern.first()) {
            int slot = slot(hash);
            keys[slot] = hash;
            PhrasePattern[] longer = Arrays.copyOf(heads[slot], heads[slot].length + 1);
            longer[longer.length - 1] = pattern;
            heads[slot] = longer;
        }
    }

    private int slot(long hash) {
        int slot = (int) (hash ^ (hash >>> 29)) & mask;
        while (keys[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /**
     * Reports every phrase of a text, in the order of their first tokens.
     *
     * @param tokens the text
     * @param match called for each match; of one phrase that starts at one token only the nearest match is reported
     */
    public void find(Tokens tokens, PhraseMatch match) {
        for (int i = 0; i < tokens.size(); i++) {
            for (PhrasePattern pattern : heads[slot(hash(tokens, i))]) {
                int last = end(pattern, tokens, i);
                if (last >= 0) {
                    match.found(pattern.number(), i, last);
                }
            }
        }
    }

    private long hash(Tokens tokens, int token) {
        return onStems ? tokens.stem(token) : tokens.word(token);
    }

    private int end(PhrasePattern pattern, Tokens tokens, int first) {
        int at = first;
        for (int step = 1; step < pattern.length(); step++) {
            at = next(pattern, step, tokens, at);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    private int next(PhrasePattern pattern, int step, Tokens tokens, int from) {
        int limit = Math.min(tokens.size() - 1, from + 1 + pattern.gap(step));
        for (int i = from + 1; i <= limit; i++) {
            if (tokens.beginsSentence(i)) {
                return -1;
            }
            if (pattern.accepts(step, hash(tokens, i))) {
                return i;
            }
        }
        return -1;
    }

    /** Collects phrases; for one thread. */
    public static final class Builder {

        private final boolean onStems;
        private final List<PhrasePattern> patterns = new ArrayList<>();

        private Builder(boolean onStems) {
            this.onStems = onStems;
        }

        /**
         * Adds a phrase.
         *
         * @param number what matches report
         * @param steps for each step the words of which one must stand there, in any form that folds (or stems) to the
         *     same
         * @param gaps for each step how many tokens may stand before it, 0 to {@link #WIDEST_GAP}; that of the first
         *     step counts for nothing
         * @return this builder
         */
        public Builder add(int number, List<? extends List<String>> steps, int[] gaps) {
            if (steps.isEmpty() || steps.size() != gaps.length || steps.stream().anyMatch(List::isEmpty)) {
                throw new IllegalArgumentException("Phrase " + number + " needs words and a gap for every step.");
            }
            if (Arrays.stream(gaps).anyMatch(gap -> gap < 0 || gap > WIDEST_GAP)) {
                throw new IllegalArgumentException("Phrase " + number + " has a gap outside 0 to " + WIDEST_GAP + ".");
            }
            long[][] hashes = steps.stream().map(this::hashes).toArray(long[][]::new);
            patterns.add(new PhrasePattern(number, hashes, gaps.clone()));
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
            return words.stream()
                    .mapToLong(word -> onStems ? Words.stemHash(word) : Words.hash(word))
                    .distinct()
                    .toArray();
        }

        /**
         * Builds the automaton.
         *
         * @return an immutable automaton
         */
        public PhraseAutomaton build() {
            patterns.sort(Comparator.comparingInt(PhrasePattern::number));
            return new PhraseAutomaton(List.copyOf(patterns), onStems);
        }
    }

    @Override
    public String toString() {
        return "automaton on " + (onStems ? "stems" : "words");
    }
}
