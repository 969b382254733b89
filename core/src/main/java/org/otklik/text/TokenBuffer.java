package org.otklik.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Growing arrays of tokens with counts of what stands beside them; written by the scan, then only read. */
final class TokenBuffer {

    private static final int FEW = 16;

    int size;
    int[] starts = {};
    int[] ends = {};
    long[] words = {};
    long[] stems = {};
    /** Numbers of the words in the vocabulary, {@link Vocabulary#NONE} where there is none. */
    int[] forms = {};

    byte[] flags = {};

    final @Nullable Vocabulary vocabulary;

    int questions;
    int exclamations;
    int links;
    int foreignTokens;
    int latinTokens;

    /** Makes a buffer for texts whose words nobody remembers. */
    TokenBuffer() {
        this(null);
    }

    TokenBuffer(@Nullable Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Forgets all tokens and makes room for those of a text. */
    void clear(int textLength) {
        size = 0;
        questions = 0;
        exclamations = 0;
        links = 0;
        foreignTokens = 0;
        latinTokens = 0;
        if (starts.length == 0 && textLength > 0) {
            resize(FEW + textLength / 5);
        }
    }

    void add(int start, int end, long word, long stem, int form, int flag) {
        if (size == starts.length) {
            resize(size * 2 + FEW);
        }
        starts[size] = start;
        ends[size] = end;
        words[size] = word;
        stems[size] = stem;
        forms[size] = form;
        flags[size++] = (byte) flag;
    }

    private void resize(int capacity) {
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        words = Arrays.copyOf(words, capacity);
        stems = Arrays.copyOf(stems, capacity);
        forms = Arrays.copyOf(forms, capacity);
        flags = Arrays.copyOf(flags, capacity);
    }
}
