package org.otklik.adapters.meta;

/** Writes Graph's long ids shortly, so that many fit into a cursor. */
final class Ids {

    private static final int RADIX = Character.MAX_RADIX;
    private static final int LONGEST = 18;
    private static final char WHOLE = '!';

    private Ids() {}

    /** The id without a prefix that is known anyway; in base 36 if the rest is a number. */
    static String shorten(String prefix, String id) {
        String rest = id.startsWith(prefix) ? id.substring(prefix.length()) : WHOLE + id;
        return isNumber(rest) ? Long.toString(Long.parseLong(rest), RADIX) : '.' + rest;
    }

    static String expand(String prefix, String shortened) {
        if (shortened.charAt(0) != '.') {
            return prefix + Long.parseLong(shortened, RADIX);
        }
        return shortened.charAt(1) == WHOLE ? shortened.substring(2) : prefix + shortened.substring(1);
    }

    private static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.charAt(0) == '0') {
            return false;
        }
        return isDigits(text, 0, text.length());
    }

    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    /** Whether an id is written as Graph writes them: numbers with {@code _} between, or {@code :} as we do. */
    static boolean isId(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '_' && c != ':') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 100;
    }
}
