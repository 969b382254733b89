package org.otklik.cluster;

import java.util.Arrays;

/**
 * From hashes to slots, by open addressing; who asks compares what is found. For one thread.
 *
 * <p>A hash stands beside its slot, so that strangers are passed over, and moved, without a look at what they are.
 */
final class SlotTable {

    private static final long FREE = -1;

    /** Tells whether a slot is the one that is looked for. */
    interface Wanted {
        boolean is(int slot);
    }

    private long[] entries = new long[0];

    /** Makes room for so many slots, two thirds full at the most; empties the table. */
    void resize(int capacity) {
        entries = new long[Math.max(8, (int) (capacity * 3L / 2) + 1)];
        Arrays.fill(entries, FREE);
    }

    /** Returns the slot with a hash that is wanted, or -1. */
    int find(int hash, Wanted wanted) {
        for (int at = home(hash); entries[at] != FREE; at = next(at)) {
            if (hash(entries[at]) == hash && wanted.is(slot(entries[at]))) {
                return slot(entries[at]);
            }
        }
        return Links.NONE;
    }

    void add(int hash, int slot) {
        int at = home(hash);
        while (entries[at] != FREE) {
            at = next(at);
        }
        entries[at] = (long) hash << 32 | slot;
    }

    /** Takes a slot out and moves those behind it up, so that no search ends too early. */
    void remove(int hash, int slot) {
        long entry = (long) hash << 32 | slot;
        int hole = home(hash);
        while (entries[hole] != entry) {
            if (entries[hole] == FREE) {
                return;
            }
            hole = next(hole);
        }
        for (int at = next(hole); entries[at] != FREE; at = next(at)) {
            if (!liesBetween(home(hash(entries[at])), hole, at)) {
                entries[hole] = entries[at];
                hole = at;
            }
        }
        entries[hole] = FREE;
    }

    /** Tells whether a home lies behind the hole on the way to a position, going round the end. */
    private static boolean liesBetween(int home, int hole, int at) {
        return hole <= at ? hole < home && home <= at : hole < home || home <= at;
    }

    private static int hash(long entry) {
        return (int) (entry >>> 32);
    }

    private static int slot(long entry) {
        return (int) entry;
    }

    private int home(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (int) ((((mixed ^ (mixed >>> 15)) & 0xFFFFFFFFL) * entries.length) >>> 32);
    }

    private int next(int at) {
        return at + 1 == entries.length ? 0 : at + 1;
    }
}
