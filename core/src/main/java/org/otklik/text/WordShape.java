package org.otklik.text;

/** What the letters of one word together are, from the bits of {@link Letters}. */
final class WordShape {

    private WordShape() {}

    static boolean isMixed(int seen) {
        return (seen & (Letters.CYRILLIC | Letters.LATIN)) == (Letters.CYRILLIC | Letters.LATIN);
    }

    static boolean isForeign(int seen) {
        return (seen & Letters.FOREIGN) != 0;
    }

    static int flags(int seen, boolean capital, int size) {
        int flags = capital ? Tokens.CAPITAL : 0;
        flags |= capital && size > 1 && (seen & (Letters.SMALL | Letters.DIGIT)) == 0 ? Tokens.UPPER : 0;
        flags |= (seen & Letters.DIGIT) != 0 ? Tokens.NUMBER : 0;
        boolean latin = (seen & (Letters.CYRILLIC | Letters.LATIN | Letters.DIGIT)) == Letters.LATIN;
        return flags | (latin ? Tokens.LATIN : 0);
    }
}
