package org.otklik.text;

import java.util.Arrays;
import java.util.function.LongToIntFunction;
import java.util.stream.LongStream;

/** One phrase of an automaton: for each step the word numbers it takes and the tokens it may skip before. */
final class PhrasePattern {

    private final int number;
    private final int[][] steps;
    private final int[] gaps;
    private final long[] signatures;

    private PhrasePattern(int number, int[][] steps, int[] gaps) {
        this.number = number;
        this.steps = steps;
        this.gaps = gaps;
        signatures = Arrays.stream(steps).mapToLong(PhrasePattern::signature).toArray();
    }

    /** One bit for each word, by its lowest six bits: most words that a step does not take are told by it alone. */
    private static long signature(int[] words) {
        long signature = 0;
        for (int word : words) {
            signature |= bit(word);
        }
        return signature;
    }

    /** The bit of a word; none for a word that no phrase knows. */
    static long bit(int word) {
        return word == 0 ? 0 : 1L << word;
    }

    long signature(int step) {
        return signatures[step];
    }

    int number() {
        return number;
    }

    int length() {
        return steps.length;
    }

    int[] first() {
        return steps[0];
    }

    int gap(int step) {
        return gaps[step];
    }

    boolean accepts(int step, int word) {
        return (signatures[step] >>> word & 1) != 0 && Arrays.binarySearch(steps[step], word) >= 0;
    }

    /** A phrase whose words are not numbered yet. */
    static final class Draft {

        private final int number;
        private final long[][] steps;
        private final int[] gaps;

        Draft(int number, long[][] steps, int[] gaps) {
            this.number = number;
            this.steps = steps;
            this.gaps = gaps;
        }

        int number() {
            return number;
        }

        LongStream hashes() {
            return Arrays.stream(steps).flatMapToLong(Arrays::stream);
        }

        PhrasePattern numbered(LongToIntFunction ids) {
            int[][] numbered = Arrays.stream(steps)
                    .map(step -> Arrays.stream(step).mapToInt(ids).sorted().toArray())
                    .toArray(int[][]::new);
            return new PhrasePattern(number, numbered, gaps);
        }
    }
}
