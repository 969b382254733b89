package org.otklik.text;

import java.util.Arrays;

/** Growing arrays of tokens; written by the scan, then handed to {@link Tokens}. */
final class TokenBuffer {

    int size;
    int[] starts;
    int[] ends;
    long[] words;
    long[] stems;
    byte[] flags;

    TokenBuffer(int textLength) {
        int capacity = textLength / 6 + 4;
        starts = new int[capacity];
        ends = new int[capacity];
        words = new long[capacity];
        stems = new long[capacity];
        flags = new byte[capacity];
    }

    void add(int start, int end, long word, long stem, int flag) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = start;
        ends[size] = end;
        words[size] = word;
        stems[size] = stem;
        flags[size++] = (byte) flag;
    }

    private void grow() {
        int capacity = starts.length * 2;
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        words = Arrays.copyOf(words, capacity);
        stems = Arrays.copyOf(stems, capacity);
        flags = Arrays.copyOf(flags, capacity);
    }
}
