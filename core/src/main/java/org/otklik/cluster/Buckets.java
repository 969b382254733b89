package org.otklik.cluster;

import java.util.Arrays;

/**
 * Buckets of eight slots, newest first, by a key of 32 bits; a full one loses its oldest. For one thread.
 *
 * <p>Slots that are given up because they are the oldest stay until they are pushed out: they are the oldest in their
 * buckets too, and whoever looks at a slot sees that it is another post's. Beside the slot a cell keeps some bits of its
 * key, so that most strangers in a bucket are passed over without a look.
 */
final class Buckets {

    static final int CELLS = 8;
    private static final int POPULAR = 3;
    private static final int EMPTY = -1;
    private static final int SLOTS_A_BUCKET = 6;

    private final int buckets;
    private final int slotBits;
    private final int[] cells;

    Buckets(int capacity) {
        buckets = Math.max(4, capacity / SLOTS_A_BUCKET);
        slotBits = Integer.SIZE - Integer.numberOfLeadingZeros(capacity);
        cells = new int[buckets * CELLS];
        Arrays.fill(cells, EMPTY);
    }

    /** Spreads a value over all bits of a key. */
    static int key(int value, int salt) {
        int z = value + salt * 0x9E3779B9;
        z = (z ^ z >>> 16) * 0x85EBCA6B;
        z = (z ^ z >>> 13) * 0xC2B2AE35;
        return z ^ z >>> 16;
    }

    int bucket(int key) {
        return (int) (((key & 0xFFFFFFFFL) * buckets) >>> 32) * CELLS;
    }

    private int tag(int key) {
        return (key * 0x27D4EB2F) << slotBits;
    }

    /** Returns the slot of a cell if its key may be the wanted one; else -1. */
    int slot(int bucket, int cell, int key) {
        int found = cells[bucket + cell];
        return found != EMPTY && (found ^ tag(key)) >>> slotBits == 0 ? found & (1 << slotBits) - 1 : EMPTY;
    }

    /** Tells how many slots of a key are enough; where everybody says the same, the newest few are. */
    int enough(int key, int bucket) {
        return (cells[bucket + CELLS - 1] ^ tag(key)) >>> slotBits == 0 ? POPULAR : CELLS;
    }

    /** Adds the newest slots of a key. */
    void collect(int key, int bucket, int enough, Candidates candidates) {
        int tag = tag(key);
        int wanted = enough;
        for (int cell = bucket; cell < bucket + CELLS && wanted > 0; cell++) {
            int found = cells[cell];
            if ((found ^ tag) >>> slotBits == 0 && found != EMPTY) {
                candidates.add(found & (1 << slotBits) - 1);
                wanted--;
            }
        }
    }

    /** Puts a slot first; the cell at an index gives way, the last one by default. */
    void put(int key, int slot, int givesWay) {
        int bucket = bucket(key);
        System.arraycopy(cells, bucket, cells, bucket + 1, givesWay);
        cells[bucket] = tag(key) | slot;
    }

    /** Takes a slot out, if it is still there. */
    void remove(int key, int slot) {
        int bucket = bucket(key);
        for (int cell = 0; cell < CELLS; cell++) {
            if (slot(bucket, cell, key) == slot) {
                System.arraycopy(cells, bucket + cell + 1, cells, bucket + cell, CELLS - cell - 1);
                cells[bucket + CELLS - 1] = EMPTY;
                return;
            }
        }
    }

    void countInto(int[] histogram) {
        for (int bucket = 0; bucket < cells.length; bucket += CELLS) {
            int used = 0;
            while (used < CELLS && cells[bucket + used] != EMPTY) {
                used++;
            }
            histogram[used]++;
        }
    }
}
