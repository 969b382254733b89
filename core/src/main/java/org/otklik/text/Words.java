package org.otklik.text;

/** Folds, stems and hashes single words as the scan does; for rules, names and tests. Stateless. */
public final class Words {

    /** The most letters of a word that count; the scan drops what follows. */
    public static final int LONGEST = 64;

    static final long SEED = 0xCBF29CE484222325L;
    static final long PRIME = 0x100000001B3L;

    private Words() {}

    /**
     * Folds a word: small letters, {@code ё} as {@code е}, Latin look-alikes in a Cyrillic word as Cyrillic, no
     * invisible marks, no separators.
     *
     * @param word any characters
     * @return the folded word; folding it again changes nothing
     */
    public static String fold(CharSequence word) {
        char[] buffer = new char[word.length()];
        return new String(buffer, 0, foldInto(word, buffer));
    }

    /**
     * Folds a word of a text without making a {@code String} of it.
     *
     * @param text any characters
     * @param start first character of the word
     * @param end character after the word
     * @param into takes the folded word; has room for {@link #LONGEST} characters
     * @return how many characters it has
     */
    public static int fold(CharSequence text, int start, int end, char[] into) {
        return foldInto(text, start, end, into);
    }

    /**
     * Returns the stem of a word, for people to look at.
     *
     * @param word in any form
     * @return the folded word without its endings
     */
    public static String stem(CharSequence word) {
        char[] buffer = new char[word.length()];
        return new String(buffer, 0, Stemmer.stem(buffer, foldInto(word, buffer)));
    }

    /**
     * Returns the hash of a folded word.
     *
     * @param word any characters
     * @return 64 bits, never 0
     */
    public static long hash(CharSequence word) {
        char[] buffer = new char[word.length()];
        return hash(buffer, foldInto(word, buffer));
    }

    /**
     * Returns the hash of a word's stem.
     *
     * @param word in any form
     * @return 64 bits, never 0
     */
    public static long stemHash(CharSequence word) {
        char[] buffer = new char[word.length()];
        return hash(buffer, Stemmer.stem(buffer, foldInto(word, buffer)));
    }

    static long hash(char[] buffer, int length) {
        long hash = SEED;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ buffer[i]) * PRIME;
        }
        return finished(hash);
    }

    static long finished(long hash) {
        long mixed = hash ^ hash >>> 32;
        return mixed == 0 ? SEED : mixed;
    }

    private static int foldInto(CharSequence word, char[] buffer) {
        return foldInto(word, 0, word.length(), buffer);
    }

    private static int foldInto(CharSequence word, int start, int end, char[] buffer) {
        int length = 0;
        boolean mixed = false;
        for (int i = start; i < end && length < buffer.length; i++) {
            char c = Letters.fold(word.charAt(i));
            if (c == Letters.BREVE || c == Letters.DIAERESIS) {
                Letters.compose(buffer, length, c);
            } else if (c > Letters.IGNORED) {
                mixed |= Letters.isCyrillic(c);
                buffer[length++] = c;
            }
        }
        if (mixed) {
            Letters.unmask(buffer, length);
        }
        return length;
    }
}
