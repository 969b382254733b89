package org.otklik.cluster;

import java.util.Arrays;

/** Chains of slots, oldest first; a slot is in one chain at the most. For one thread. */
final class Links {

    static final int NONE = -1;

    private int[] before = new int[0];
    private int[] after = new int[0];

    /** The two ends of a chain. */
    static final class Ends {
        private int first = NONE;
        private int last = NONE;
        private int size;

        int first() {
            return first;
        }

        int last() {
            return last;
        }

        int size() {
            return size;
        }
    }

    void grow(int slots) {
        before = Arrays.copyOf(before, slots);
        after = Arrays.copyOf(after, slots);
    }

    int before(int slot) {
        return before[slot];
    }

    int after(int slot) {
        return after[slot];
    }

    void append(Ends ends, int slot) {
        before[slot] = ends.last;
        after[slot] = NONE;
        if (ends.last == NONE) {
            ends.first = slot;
        } else {
            after[ends.last] = slot;
        }
        ends.last = slot;
        ends.size++;
    }

    void remove(Ends ends, int slot) {
        if (before[slot] == NONE) {
            ends.first = after[slot];
        } else {
            after[before[slot]] = after[slot];
        }
        if (after[slot] == NONE) {
            ends.last = before[slot];
        } else {
            before[after[slot]] = before[slot];
        }
        ends.size--;
    }
}
