package org.otklik.place;

import java.util.Arrays;
import org.otklik.text.Tokens;
import org.otklik.text.Words;

/** A few words in their exact forms, by hash; immutable. */
final class WordSet {

    private final long[] hashes;

    private WordSet(long[] hashes) {
        this.hashes = hashes;
    }

    static WordSet of(String words) {
        return new WordSet(Arrays.stream(words.split("\\s+"))
                .mapToLong(Words::hash)
                .sorted()
                .distinct()
                .toArray());
    }

    boolean has(Tokens tokens, int token) {
        return token >= 0 && token < tokens.size() && Arrays.binarySearch(hashes, tokens.word(token)) >= 0;
    }
}
