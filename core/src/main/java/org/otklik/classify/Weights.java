package org.otklik.classify;

/** The rows of a model: for each feature its rarity and one weight a label; immutable once read. */
final class Weights {

    final long[] keys;
    final float[] rarities;
    final float[] scales;
    final byte[] steps;
    final float[] biases;
    /** Rarity of a word that training never saw. */
    final float rarest;

    private final KeyTable table;
    private final KeyFilter filter;
    final PackedRows rows;

    Weights(long[] keys, float[] rarities, float[] scales, byte[] steps, float[] biases, float rarest) {
        this.keys = keys;
        this.rarities = rarities;
        this.scales = scales;
        this.steps = steps;
        this.biases = biases;
        this.rarest = rarest;
        table = KeyTable.of(keys, rarities);
        filter = KeyFilter.of(keys);
        rows = new PackedRows(scales, steps, biases.length);
    }

    /** Returns where a key leads, see {@link KeyTable}. */
    long entry(long key) {
        return filter.mayHave(key) ? table.entry(key) : KeyTable.NONE;
    }
}
