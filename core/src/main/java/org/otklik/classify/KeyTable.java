package org.otklik.classify;

/**
 * From a key to the number of its row and the square of its rarity, by open addressing; immutable once filled.
 *
 * <p>All of an entry stands side by side, for a look at it is one at far memory.
 */
final class KeyTable {

    /** The entry of a key that is not there. */
    static final long NONE = 0;

    /** Of each slot the key, then its entry: the square in the upper half, the number after the row in the lower. */
    private final long[] slots;

    private final int mask;

    private KeyTable(int size) {
        mask = Integer.highestOneBit(Math.max(4, size)) * 4 - 1;
        slots = new long[2 * (mask + 1)];
    }

    /** Makes a table in which the key at index i leads to row i; of a key that stands twice the first row counts. */
    static KeyTable of(long[] keys, float[] rarities) {
        KeyTable table = new KeyTable(keys.length);
        for (int row = 0; row < keys.length; row++) {
            float square = rarities[row] * rarities[row];
            table.put(keys[row], (long) Float.floatToIntBits(square) << Integer.SIZE | row + 1);
        }
        return table;
    }

    private void put(long key, long entry) {
        int slot = slot(key);
        if (slots[slot + 1] == NONE) {
            slots[slot] = key;
            slots[slot + 1] = entry;
        }
    }

    private int slot(long key) {
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (slots[2 * slot + 1] != NONE && slots[2 * slot] != key) {
            slot = (slot + 1) & mask;
        }
        return 2 * slot;
    }

    /** Returns the entry of a key or {@link #NONE}. */
    long entry(long key) {
        return slots[slot(key) + 1];
    }

    /** Returns the row that an entry leads to. */
    static int row(long entry) {
        return (int) entry - 1;
    }

    /** Returns the square of the rarity of an entry's row; 0 of {@link #NONE}. */
    static float square(long entry) {
        return Float.intBitsToFloat((int) (entry >>> Integer.SIZE));
    }
}
