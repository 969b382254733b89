package org.otklik.cluster;

import java.util.Arrays;

/** From hashes to slots, by open addressing; who asks compares what is found. For one thread. */
final class SlotTable {

    private static final int FREE = -1;

    /** Tells the hash of a slot that is in the table. */
    interface Hash {
        int of(int slot);
    }

    /** Tells whether a slot is the one that is looked for. */
    interface Wanted {
        boolean is(int slot);
    }

    private final Hash hash;
    private int[] slots = new int[0];

    SlotTable(Hash hash) {
        this.hash = hash;
    }

    /** Makes room for so many slots, at most half full; empties the table. */
    void resize(int capacity) {
        slots = new int[Math.max(8, capacity * 2)];
        Arrays.fill(slots, FREE);
    }

    int find(int key, Wanted wanted) {
        for (int at = start(key); slots[at] != FREE; at = next(at)) {
            if (wanted.is(slots[at])) {
                return slots[at];
            }
        }
        return FREE;
    }

    void add(int slot) {
        int at = start(hash.of(slot));
        while (slots[at] != FREE) {
            at = next(at);
        }
        slots[at] = slot;
    }

    /** Takes a slot out and moves those behind it up, so that no search ends too early. */
    void remove(int slot) {
        int hole = start(hash.of(slot));
        while (slots[hole] != slot) {
            if (slots[hole] == FREE) {
                return;
            }
            hole = next(hole);
        }
        for (int at = next(hole); slots[at] != FREE; at = next(at)) {
            if (!liesBetween(start(hash.of(slots[at])), hole, at)) {
                slots[hole] = slots[at];
                hole = at;
            }
        }
        slots[hole] = FREE;
    }

    /** Tells whether a home lies behind the hole on the way to a position, going round the end. */
    private static boolean liesBetween(int home, int hole, int at) {
        return hole <= at ? hole < home && home <= at : hole < home || home <= at;
    }

    private int start(int key) {
        int mixed = key * 0x9E3779B9;
        return (int) (((mixed ^ mixed >>> 15) & 0xFFFFFFFFL) * slots.length >>> 32);
    }

    private int next(int at) {
        return at + 1 == slots.length ? 0 : at + 1;
    }
}
