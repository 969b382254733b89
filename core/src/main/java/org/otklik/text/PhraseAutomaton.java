package org.otklik.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds many phrases in one pass over tokens; immutable and thread-safe.
 *
 * <p>A phrase is a row of steps; each step takes one of several token hashes and may skip a few tokens before it, never
 * across the beginning of a sentence. Each token is looked up once and is a small number from then on; a token that no
 * phrase knows costs that look-up alone.
 */
public final class PhraseAutomaton {

    /** The most tokens that a step may skip. */
    public static final int WIDEST_GAP = 8;

    /** The word that stands for any token with a digit. */
    public static final String NUMBER = "#";

    private static final long EXACT = 0x5851F42D4C957F2DL;
    private static final long ANY_NUMBER = 0x14057B7EF767814FL;

    private final boolean onStems;
    private final long[] keys;
    private final int[] ids;
    private final int mask;
    private final PhraseHead[] heads;
    private final int anyNumber;

    private PhraseAutomaton(List<PhrasePattern.Draft> drafts, boolean onStems) {
        this.onStems = onStems;
        long[] vocabulary = drafts.stream()
                .flatMapToLong(PhrasePattern.Draft::hashes)
                .sorted()
                .distinct()
                .toArray();
        mask = Integer.highestOneBit(Math.max(8, vocabulary.length * 3)) * 2 - 1;
        keys = new long[mask + 1];
        ids = new int[mask + 1];
        for (int i = 0; i < vocabulary.length; i++) {
            int slot = slot(vocabulary[i]);
            keys[slot] = vocabulary[i];
            ids[slot] = i + 1;
        }
        heads = new PhraseHead[vocabulary.length + 1];
        Arrays.fill(heads, PhraseHead.NONE);
        drafts.forEach(draft -> insert(draft.numbered(this::id)));
        anyNumber = id(ANY_NUMBER);
    }

    private void insert(PhrasePattern pattern) {
        for (int id : pattern.first()) {
            heads[id] = heads[id].with(pattern);
        }
    }

    private int slot(long hash) {
        int slot = (int) (hash ^ (hash >>> 29)) & mask;
        while (keys[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int id(long hash) {
        return ids[slot(hash)];
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
     * Reports every phrase of a text, in the order of their first tokens.
     *
     * @param tokens the text
     * @param match called for each match; of one phrase that starts at one token only the nearest match is reported
     */
    public void find(Tokens tokens, PhraseMatch match) {
        int size = tokens.size();
        int[] known = new int[size];
        int[] exact = new int[size];
        for (int i = 0; i < size; i++) {
            known[i] = id(onStems ? tokens.stem(i) : tokens.word(i));
            exact[i] = onStems ? id(tokens.word(i) * EXACT) : 0;
            if (exact[i] == 0 && tokens.isNumber(i)) {
                exact[i] = anyNumber;
            }
        }
        long[] windows = new long[WIDEST_GAP + 2];
        for (int i = 0; i < size; i++) {
            PhraseHead head = heads[known[i]];
            PhraseHead exactHead = heads[exact[i]];
            if (head != PhraseHead.NONE || exactHead != PhraseHead.NONE) {
                look(tokens, known, exact, i, windows);
                findAt(i, head, windows, tokens, known, exact, match);
                findAt(i, exactHead, windows, tokens, known, exact, match);
            }
        }
    }

    /** Gathers what the following tokens of the sentence are, by one bit each: entry g + 1 is what a gap of g reaches. */
    private static void look(Tokens tokens, int[] known, int[] exact, int first, long[] windows) {
        long seen = 0;
        windows[0] = PhraseHead.ALONE;
        boolean ended = false;
        for (int gap = 0; gap <= WIDEST_GAP; gap++) {
            int at = first + 1 + gap;
            ended |= at >= tokens.size() || tokens.beginsSentence(at);
            if (!ended) {
                seen |= PhrasePattern.bit(known[at]) | PhrasePattern.bit(exact[at]);
            }
            windows[gap + 1] = seen;
        }
    }

    private static void findAt(
            int first, PhraseHead head, long[] windows, Tokens tokens, int[] known, int[] exact, PhraseMatch match) {
        for (int i = 0; i < head.size(); i++) {
            if (head.mayFollow(i, windows)) {
                PhrasePattern pattern = head.pattern(i);
                int last = end(pattern, tokens, known, exact, first);
                if (last >= 0) {
                    match.found(pattern.number(), first, last);
                }
            }
        }
    }

    private static int end(PhrasePattern pattern, Tokens tokens, int[] known, int[] exact, int first) {
        int at = first;
        for (int step = 1; step < pattern.length(); step++) {
            at = next(pattern, step, tokens, known, exact, at);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    private static int next(PhrasePattern pattern, int step, Tokens tokens, int[] known, int[] exact, int from) {
        int limit = Math.min(tokens.size() - 1, from + 1 + pattern.gap(step));
        for (int i = from + 1; i <= limit; i++) {
            if (tokens.beginsSentence(i)) {
                return -1;
            }
            if ((known[i] != 0 && pattern.accepts(step, known[i]))
                    || (exact[i] != 0 && pattern.accepts(step, exact[i]))) {
                return i;
            }
        }
        return -1;
    }

    /** Collects phrases; for one thread. */
    public static final class Builder {

        private final boolean onStems;
        private final List<PhrasePattern.Draft> patterns = new ArrayList<>();

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
         */
        public Builder add(int number, List<? extends List<String>> steps, int[] gaps) {
            if (steps.isEmpty() || steps.size() != gaps.length || steps.stream().anyMatch(List::isEmpty)) {
                throw new IllegalArgumentException("Phrase " + number + " needs words and a gap for every step.");
            }
            if (Arrays.stream(gaps).anyMatch(gap -> gap < 0 || gap > WIDEST_GAP)) {
                throw new IllegalArgumentException("Phrase " + number + " has a gap outside 0 to " + WIDEST_GAP + ".");
            }
            long[][] hashes = steps.stream().map(this::hashes).toArray(long[][]::new);
            patterns.add(new PhrasePattern.Draft(number, hashes, gaps.clone()));
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
            return words.stream().mapToLong(this::hash).distinct().toArray();
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
            patterns.sort(Comparator.comparingInt(PhrasePattern.Draft::number));
            return new PhraseAutomaton(List.copyOf(patterns), onStems);
        }
    }

    @Override
    public String toString() {
        return "automaton on " + (onStems ? "stems" : "words");
    }
}
