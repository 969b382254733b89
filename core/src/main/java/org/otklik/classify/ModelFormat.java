package org.otklik.classify;

import java.util.zip.CRC32;

/**
 * The layout of a model file, all numbers with the highest byte first: the mark {@code OTKM}, the format's version, the
 * length of the whole file, flags of what the model looks at, its version as text, the labels, one bias a label, the
 * rarity of the unknown, the points of calibration, the number of rows, then all keys, all rarities, all scales and all steps; at the end a
 * CRC-32 of everything before it.
 */
final class ModelFormat {

    static final int MARK = 0x4F544B4D;
    static final int VERSION = 1;
    static final int RULES = 1;
    static final int PLACES = 2;

    static final int FEWEST_LABELS = 2;
    static final int MOST_LABELS = 10_000;
    static final int LONGEST_TEXT = 4_000;

    /** No training comes near it, and sums of such numbers are still numbers. */
    static final float LARGEST_NUMBER = 1e6f;
    /** Mark, version, length, flags and checksum. */
    static final int SHORTEST_FILE = 4 * 5;
    /** Key, rarity and scale of one row. */
    static final int ROW_HEAD = 8 + 4 + 4;

    private ModelFormat() {}

    static int checksum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
