package org.otklik.post;

/**
 * Replaces what not every database can keep: U+0000 and unpaired surrogates become U+FFFD.
 *
 * <p>Done at the door, before anything is hashed or stored, so that every storage sees the same text. PostgreSQL
 * refuses U+0000 and turns a lone surrogate into a question mark; H2 keeps both.
 */
public final class CleanText {

    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /**
     * Returns the text with every U+0000 and every unpaired surrogate replaced; the same object if there is none.
     *
     * @param text any text
     * @return text that every storage keeps unchanged, of the same length
     */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaceFrom(text, i);
            }
        }
        return text;
    }

    private static String replaceFrom(String text, int start) {
        char[] chars = text.toCharArray();
        for (int i = start; i < chars.length; i++) {
            if (startsPair(chars, i)) {
                i++;
            } else if (chars[i] == 0 || Character.isSurrogate(chars[i])) {
                chars[i] = REPLACEMENT;
            }
        }
        return new String(chars);
    }

    private static boolean startsPair(char[] chars, int i) {
        return Character.isHighSurrogate(chars[i]) && i + 1 < chars.length && Character.isLowSurrogate(chars[i + 1]);
    }
}
