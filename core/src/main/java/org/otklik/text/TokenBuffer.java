package org.otklik.text;

import java.util.Arrays;

/** Growing arrays of tokens with counts of what stands beside them; written by the scan, then only read. */
final class TokenBuffer {

    private static final int FEW = 16;

    int size;
    int[] starts = {};
    int[] ends = {};
    long[] words = {};
    long[] stems = {};
    byte[] flags = {};

    int questions;
    int exclamations;
    int links;
    int foreignTokens;
    int latinTokens;

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

    void add(int start, int end, long word, long stem, int flag) {
        if (size == starts.length) {
            resize(size * 2 + FEW);
        }
        starts[size] = start;
        ends[size] = end;
        words[size] = word;
        stems[size] = stem;
        flags[size++] = (byte) flag;
    }

    private void resize(int capacity) {
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        words = Arrays.copyOf(words, capacity);
        stems = Arrays.copyOf(stems, capacity);
        flags = Arrays.copyOf(flags, capacity);
    }
}
