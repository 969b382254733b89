package org.otklik.text;

/**
 * One table from a character to what it folds to: a small letter, a digit, {@link #SEPARATOR} or {@link #IGNORED}.
 *
 * <p>Lower case, {@code ё}, separators and what sort of letter it is are decided by one read of a table of 64 K numbers:
 * below the folded character, above it the bits.
 */
final class Letters {

    /** Parts tokens. */
    static final char SEPARATOR = 0;
    /** Is dropped without parting a token: invisible marks, accents, soft hyphens. */
    static final char IGNORED = 1;
    /** The combining breve, which makes a й of an и. */
    static final char BREVE = '\u0306';
    /** The combining diaeresis, which makes a ё of an е, and so an е again. */
    static final char DIAERESIS = '\u0308';

    private static final String LATIN_TWINS = "abcehkmnoptxy";
    private static final String CYRILLIC_TWINS = "авсенкмпортху";
    private static final int[] TABLE = table();

    /** Sorts of characters, as bits of {@link #look}. */
    static final int CYRILLIC = 1 << 16;

    static final int LATIN = 1 << 17;
    static final int DIGIT = 1 << 18;
    static final int SMALL = 1 << 19;
    static final int FOREIGN = 1 << 20;
    static final int CAPITAL = 1 << 21;
    /** A mark that may change the letter before it. */
    static final int COMBINING = 1 << 22;
    /** A separator that means something. */
    static final int MARK = 1 << 23;
    /** A letter or digit, which is just what it folds to. */
    static final int PLAIN = 1 << 24;
    /** What a word does not have that is written in small Russian letters. */
    static final int UNUSUAL = LATIN | DIGIT | FOREIGN | CAPITAL | COMBINING;

    private static final String MARKS = "<&[@\n\r…;?!.,:()—–\"«-#";

    private Letters() {}

    static char fold(char c) {
        return (char) TABLE[c];
    }

    /** What a character folds to, with what it is as bits. */
    static int look(char c) {
        return TABLE[c];
    }

    static boolean isCyrillic(char folded) {
        return folded >= '\u0400' && folded <= '\u052F';
    }

    static boolean isLatin(char folded) {
        return folded >= 'a' && folded <= 'z';
    }

    /** Tells letters of Tatar, Bashkir, Chuvash, Ukrainian and others from those of Russian. */
    static boolean isForeignCyrillic(char folded) {
        return isCyrillic(folded) && (folded < 'а' || folded > 'я');
    }

    static void compose(char[] buffer, int length, char mark) {
        if (mark == BREVE && length > 0 && buffer[length - 1] == 'и') {
            buffer[length - 1] = 'й';
        }
    }

    /** Replaces Latin letters that look Cyrillic; called for words that have a Cyrillic letter. */
    static void unmask(char[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (isLatin(buffer[i])) {
                int twin = LATIN_TWINS.indexOf(buffer[i]);
                buffer[i] = twin < 0 ? buffer[i] : CYRILLIC_TWINS.charAt(twin);
            }
        }
    }

    private static int[] table() {
        int[] table = new int[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            char folded = foldSlowly((char) i);
            table[i] = folded | bits((char) i, folded);
        }
        return table;
    }

    private static int bits(char c, char folded) {
        if (folded <= IGNORED) {
            return MARKS.indexOf(c) < 0 ? 0 : MARK;
        }
        if (folded == BREVE || folded == DIAERESIS) {
            return COMBINING;
        }
        if (isCyrillic(folded)) {
            return PLAIN | CYRILLIC | (isForeignCyrillic(folded) ? FOREIGN : 0) | size(c);
        }
        return PLAIN | (Character.isDigit(folded) ? DIGIT | (size(c) & CAPITAL) : LATIN | size(c));
    }

    private static int size(char c) {
        return Character.isUpperCase(c) ? CAPITAL : SMALL;
    }

    private static char foldSlowly(char c) {
        if (c == BREVE || c == DIAERESIS) {
            return c;
        }
        if (isInvisible(c)) {
            return IGNORED;
        }
        if (!Character.isLetterOrDigit(c)) {
            return SEPARATOR;
        }
        char small = Character.toLowerCase(c);
        return small == 'ё' ? 'е' : small;
    }

    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || c == '\u00AD';
    }
}
