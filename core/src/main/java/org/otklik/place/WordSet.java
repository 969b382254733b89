package org.otklik.place;

import java.util.Arrays;
import org.otklik.text.Tokens;
import org.otklik.text.Words;

/** A few words in their exact forms, by hash; immutable. */
final class WordSet {

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

    static WordSet of(String words) {
        return new WordSet(Arrays.stream(words.split("\\s+"))
                .mapToLong(Words::hash)
                .sorted()
                .distinct()
                .toArray());
    }

    boolean has(Tokens tokens, int token) {
        return token >= 0 && token < tokens.size() && has(tokens.word(token));
    }

    boolean has(long word) {
        return (bits[place(word)] & 1L << word) != 0 && Arrays.binarySearch(hashes, word) >= 0;
    }
}
