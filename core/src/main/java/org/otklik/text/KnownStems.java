package org.otklik.text;

/** Remembers the stems of the words that were met last, since most words of a text are met again; for one thread. */
final class KnownStems {

    private final long[] words;
    private final long[] stems;

    /**
     * Remembers nothing yet.
     *
     * @param size how many words at most, a power of two
     */
    KnownStems(int size) {
        words = new long[size];
        stems = new long[size];
    }

    /** Gives the hash of a word's stem; the letters may change. */
    long stem(char[] letters, int length, long word) {
        int at = (int) (word ^ word >>> 24) & words.length - 1;
        if (words[at] != word) {
            stems[at] = Words.hash(letters, Stemmer.stem(letters, length));
            words[at] = word;
        }
        return stems[at];
    }
}
