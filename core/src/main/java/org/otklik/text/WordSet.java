package org.otklik.text;

import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A few words in their exact forms, by hash; immutable and thread-safe. */
public final class WordSet {

    private static final int BITS_PER_WORD = 16;

    private final long[] hashes;
    /** Bits that words of the set have; almost all others lack theirs. */
    private final long[] bits;

    private WordSet(long[] hashes) {
        this.hashes = hashes;
        bits = new long[Integer.highestOneBit(hashes.length * BITS_PER_WORD / Long.SIZE + 1) * 2];
        for (long hash : hashes) {
            bits[place(hash)] |= 1L << hash;
        }
    }

    private int place(long hash) {
        return (int) (hash >>> 40) & bits.length - 1;
    }

    /**
     * Makes a set of words.
     *
     * @param words parted by blanks
     * @return the set
     */
    public static WordSet of(String words) {
        return of(Arrays.stream(words.split("\\s+")));
    }

    /**
     * Makes a set of words.
     *
     * @param words in any order
     * @return the set
     */
    public static WordSet of(Stream<String> words) {
        return new WordSet(words.mapToLong(Words::hash).sorted().distinct().toArray());
    }

    /**
     * Joins two sets.
     *
     * @param other another
     * @return the words of both
     */
    public WordSet and(WordSet other) {
        return new WordSet(LongStream.concat(Arrays.stream(hashes), Arrays.stream(other.hashes))
                .sorted()
                .distinct()
                .toArray());
    }

    /**
     * Tells whether a token is a word of the set.
     *
     * @param tokens a text
     * @param token an index, within the text or not
     * @return false outside of the text
     */
    public boolean has(Tokens tokens, int token) {
        return token >= 0 && token < tokens.size() && has(tokens.word(token));
    }

    /**
     * Tells whether a word is of the set.
     *
     * @param word its hash, see {@link Words#hash(CharSequence)}
     * @return true if it is
     */
    public boolean has(long word) {
        return (bits[place(word)] & 1L << word) != 0 && Arrays.binarySearch(hashes, word) >= 0;
    }
}
