package org.otklik.text;

/** What was seen among the letters of one word, as bits. */
final class WordShape {

    private static final int CYRILLIC = 1;
    private static final int LATIN = 2;
    private static final int DIGIT = 4;
    private static final int SMALL = 8;
    private static final int FOREIGN = 16;

    private WordShape() {}

    static int of(char c, char folded) {
        if (Letters.isCyrillic(folded)) {
            int foreign = Letters.isForeignCyrillic(folded) ? FOREIGN : 0;
            return CYRILLIC | foreign | (Character.isUpperCase(c) ? 0 : SMALL);
        }
        if (Character.isDigit(folded)) {
            return DIGIT;
        }
        return LATIN | (Character.isUpperCase(c) ? 0 : SMALL);
    }

    static boolean isMixed(int seen) {
        return (seen & (CYRILLIC | LATIN)) == (CYRILLIC | LATIN);
    }

    static boolean isForeign(int seen) {
        return (seen & FOREIGN) != 0;
    }

    static int flags(int seen, boolean capital, int size) {
        int flags = capital ? Tokens.CAPITAL : 0;
        flags |= capital && size > 1 && (seen & (SMALL | DIGIT)) == 0 ? Tokens.UPPER : 0;
        flags |= (seen & DIGIT) != 0 ? Tokens.NUMBER : 0;
        return flags | ((seen & (CYRILLIC | LATIN | DIGIT)) == LATIN ? Tokens.LATIN : 0);
    }
}
