package org.otklik.classify;

/**
 * Tells of most keys that a model does not have them, by one look at a few bits; immutable once filled.
 *
 * <p>Most pairs of words of a text are new to a model, and a look at the table of its keys is one at far memory.
 */
final class KeyFilter {

    private static final int BITS_PER_KEY = 8;

    private final long[] bits;

    private KeyFilter(int keys) {
        bits = new long[Integer.highestOneBit(Math.max(1, keys / (Long.SIZE / BITS_PER_KEY))) * 2];
    }

    static KeyFilter of(long[] keys) {
        KeyFilter filter = new KeyFilter(keys.length);
        for (long key : keys) {
            filter.bits[filter.place(key)] |= 1L << key;
        }
        return filter;
    }

    private int place(long key) {
        return (int) (key >>> Integer.SIZE) & bits.length - 1;
    }

    /** False only for a key that is not there. */
    boolean mayHave(long key) {
        return (bits[place(key)] & 1L << key) != 0;
    }
}
