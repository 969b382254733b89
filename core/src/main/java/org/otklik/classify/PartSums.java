package org.otklik.classify;

import java.util.Arrays;
import org.otklik.text.Tokens;
import org.otklik.text.Words;

/**
 * What words that a model never saw weigh by their parts; remembers those that were met last; for one thread.
 *
 * <p>Some fifteen rows are added up for such a word, and many of them are met again and again: names, and words of
 * what people talk about just now.
 */
final class PartSums {

    /** How many numbers it remembers at most, whatever the labels. */
    private static final int ROOM = 1 << 18;

    private static final int FEWEST_WORDS = 16;

    private final Weights weights;
    private final int room;
    private long[] words = {};
    private float[] sums = {};
    private final long[] packed;
    private final char[] letters = new char[Words.LONGEST];
    private final long[] parts = new long[TextFeatures.MOST_PARTS];

    PartSums(Weights weights) {
        this.weights = weights;
        room = weights.rows.room();
        packed = weights.rows.sums();
    }

    /** Adds what a word of a text weighs. */
    void add(Tokens tokens, String text, int token, float[] to) {
        long word = tokens.word(token);
        int slot = (int) (word ^ word >>> 24) & slots() - 1;
        int from = slot * room;
        if (words[slot] != word) {
            words[slot] = word;
            Arrays.fill(sums, from, from + room, 0);
            sumUp(Words.fold(text, tokens.start(token), tokens.end(token), letters), from);
        }
        for (int i = 0; i < room; i++) {
            to[i] += sums[from + i];
        }
    }

    private int slots() {
        if (words.length == 0) {
            words = new long[Integer.highestOneBit(Math.max(FEWEST_WORDS, ROOM / room))];
            sums = new float[words.length * room];
        }
        return words.length;
    }

    private void sumUp(int length, int from) {
        int count = TextFeatures.parts(letters, length, parts);
        float squares = 0;
        for (int i = 0; i < count; i++) {
            parts[i] = weights.entry(parts[i]);
            squares += KeyTable.square(parts[i]);
        }
        float share = squares == 0 ? 0 : weights.rarest / (float) Math.sqrt(squares);
        int summed = 0;
        for (int i = 0; i < count; i++) {
            if (parts[i] != KeyTable.NONE) {
                weights.rows.add(KeyTable.row(parts[i]), packed);
                if (++summed % PackedRows.MOST_SUMMED == 0) {
                    weights.rows.move(packed, share, sums, from);
                }
            }
        }
        weights.rows.move(packed, share, sums, from);
    }
}
