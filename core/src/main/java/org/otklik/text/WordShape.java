package org.otklik.text;

/** What the letters of one word together are, from the bits of {@link Letters}. */
final class WordShape {

    /** Bits of a shape above the flags of {@link Tokens}: whether a letter is not Russian, whether all are Latin. */
    static final int FOREIGN = 8;

    static final int LATIN = 9;
    /** Nothing in the word is small, so that it is written in capitals if it begins with one. */
    private static final int NOTHING_SMALL = 1 << 10;

    private static final int FIRST_BIT = 16;
    private static final int SORTS = 1 << 8;
    private static final int[] SHAPES = shapes();

    private WordShape() {}

    static boolean isMixed(int seen) {
        return (seen & (Letters.CYRILLIC | Letters.LATIN)) == (Letters.CYRILLIC | Letters.LATIN);
    }

    /** The shape of a word whose letters have these bits. */
    static int of(int seen) {
        return SHAPES[seen >>> FIRST_BIT & SORTS - 1];
    }

    /** The flags of a word from its shape, its first letter and how many letters it has. */
    static int flags(int shape, int first, int size) {
        int flags = shape & 0xFF;
        if ((first & Letters.CAPITAL) == 0) {
            return flags;
        }
        return flags | Tokens.CAPITAL | (size > 1 && (shape & NOTHING_SMALL) != 0 ? Tokens.UPPER : 0);
    }

    private static int[] shapes() {
        int[] shapes = new int[SORTS];
        for (int i = 0; i < SORTS; i++) {
            int seen = i << FIRST_BIT;
            int flags = (seen & Letters.DIGIT) != 0 ? Tokens.NUMBER : 0;
            flags |= (seen & (Letters.SMALL | Letters.DIGIT)) == 0 ? NOTHING_SMALL : 0;
            flags |= (seen & Letters.FOREIGN) != 0 ? 1 << FOREIGN : 0;
            boolean latin = (seen & (Letters.CYRILLIC | Letters.LATIN | Letters.DIGIT)) == Letters.LATIN;
            shapes[i] = flags | (latin ? Tokens.LATIN | 1 << LATIN : 0);
        }
        return shapes;
    }
}
