package org.otklik.classify;

/** From a key to the number of its row, by open addressing; immutable once filled. */
final class KeyTable {

    static final int NONE = -1;

    private final long[] keys;
    private final int[] rows;
    private final int mask;

    private KeyTable(int size) {
        mask = Integer.highestOneBit(Math.max(4, size)) * 4 - 1;
        keys = new long[mask + 1];
        rows = new int[mask + 1];
    }

    /** Makes a table in which the key at index i leads to row i; of a key that stands twice the first row counts. */
    static KeyTable of(long[] keys) {
        KeyTable table = new KeyTable(keys.length);
        for (int row = 0; row < keys.length; row++) {
            table.put(keys[row], row);
        }
        return table;
    }

    private void put(long key, int row) {
        int slot = slot(key);
        if (rows[slot] == 0) {
            keys[slot] = key;
            rows[slot] = row + 1;
        }
    }

    private int slot(long key) {
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (rows[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Returns the row of a key or {@link #NONE}. */
    int row(long key) {
        return rows[slot(key)] - 1;
    }
}
