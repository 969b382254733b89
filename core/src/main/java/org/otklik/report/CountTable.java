package org.otklik.report;

import java.util.List;
import java.util.stream.LongStream;

/**
 * How many there are of each, the most first; immutable.
 *
 * @param lines one a key; those that do not occur are left out; lines of equal count in the order of their keys
 * @param unknown how many have no key
 * @param <K> what is told apart
 */
public record CountTable<K>(List<Line<K>> lines, long unknown) {

    /**
     * How many there are of one; immutable.
     *
     * @param key which
     * @param count how many
     * @param <K> what is told apart
     */
    public record Line<K>(K key, long count) {}

    /** Copies the lines. */
    public CountTable {
        lines = List.copyOf(lines);
    }

    /**
     * Counts those of one key.
     *
     * @param key which
     * @return how many, zero if it does not occur
     */
    public long of(K key) {
        return lines.stream()
                .filter(line -> line.key().equals(key))
                .mapToLong(Line::count)
                .sum();
    }

    /**
     * Counts all.
     *
     * @return the sum of all lines and the unknown
     */
    public long total() {
        return LongStream.concat(lines.stream().mapToLong(Line::count), LongStream.of(unknown))
                .sum();
    }
}
