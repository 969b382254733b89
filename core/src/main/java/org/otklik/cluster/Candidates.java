package org.otklik.cluster;

import java.util.Arrays;

/** Slots that share bands with a question, with how many; for one thread, used again and again. */
final class Candidates {

    private static final int ROOM = 512;
    private static final int FREE = -1;

    private final int[] table = new int[ROOM];
    private final int[] hits = new int[ROOM];
    private final int[] filled = new int[ROOM];
    private int size;

    Candidates() {
        Arrays.fill(table, FREE);
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            table[filled[i]] = FREE;
        }
        size = 0;
    }

    void add(int slot) {
        int at = slot * 0x9E3779B9 >>> 23;
        while (table[at] != slot && table[at] != FREE) {
            at = at + 1 & ROOM - 1;
        }
        if (table[at] == FREE) {
            table[at] = slot;
            hits[at] = 0;
            filled[size++] = at;
        }
        hits[at]++;
    }

    int size() {
        return size;
    }

    int slot(int index) {
        return table[filled[index]];
    }

    int hits(int index) {
        return hits[filled[index]];
    }
}
