package org.otklik.cluster;

import java.util.Arrays;

/** Slots that share bands with a question, with how many; for one thread, used again and again. */
final class Candidates {

    /** The most slots there can be. */
    static final int ROOM = Sketch.BANDS * Buckets.CELLS;

    private static final int TABLE = 4 * ROOM;
    private static final int FREE = -1;

    private final short[] table = new short[TABLE];
    private final int[] slots = new int[ROOM];
    private final int[] homes = new int[ROOM];
    private final int[] hits = new int[ROOM];
    private int size;

    Candidates() {
        Arrays.fill(table, (short) FREE);
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            table[homes[i]] = FREE;
        }
        size = 0;
    }

    void add(int slot) {
        int at = ((slot * 0x9E3779B9) >>> 16) & (TABLE - 1);
        while (table[at] != FREE && slots[table[at]] != slot) {
            at = at + 1 & TABLE - 1;
        }
        if (table[at] == FREE) {
            table[at] = (short) size;
            slots[size] = slot;
            homes[size] = at;
            hits[size++] = 1;
        } else {
            hits[table[at]]++;
        }
    }

    int size() {
        return size;
    }

    int slot(int index) {
        return slots[index];
    }

    int hits(int index) {
        return hits[index];
    }
}
