package org.otklik.classify;

import java.util.Arrays;

/** A growing list of three numbers each, whose memory is used again; for one thread. */
final class Triples {

    private int[] values = new int[24];
    private int size;

    void add(int one, int two, int three) {
        int at = 3 * size++;
        if (at + 3 > values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[at] = one;
        values[at + 1] = two;
        values[at + 2] = three;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int one(int index) {
        return values[3 * index];
    }

    int two(int index) {
        return values[3 * index + 1];
    }

    int three(int index) {
        return values[3 * index + 2];
    }
}
