package org.otklik.place;

import java.util.Arrays;
import java.util.stream.LongStream;
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

    /** The words of a list in the nominative, in all the forms that names of their endings have. */
    static WordSet ofAllForms(String words) {
        return new WordSet(Arrays.stream(words.split("\\s+", -1))
                .flatMap(word -> NameForms.ofWord(word).stream())
                .mapToLong(Words::hash)
                .sorted()
                .distinct()
                .toArray());
    }

    /** The words of a list in the cases that answer «where» and «whose», without nominative and accusative. */
    static WordSet ofObliqueForms(String words) {
        return new WordSet(Arrays.stream(words.split("\\s+", -1))
                .flatMap(word -> NameForms.ofWord(word).stream()
                        .filter(form -> !form.equals(word)
                                && !(word.endsWith("а") && form.endsWith("у"))
                                && !(word.endsWith("я") && form.endsWith("ю"))))
                .mapToLong(Words::hash)
                .sorted()
                .distinct()
                .toArray());
    }

    WordSet and(WordSet other) {
        return new WordSet(LongStream.concat(Arrays.stream(hashes), Arrays.stream(other.hashes))
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
