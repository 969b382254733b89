package org.otklik.id;

import java.util.Objects;

/** The one rule for ids that people write in region packs: lower-case Latin words joined by {@code . - _}. */
final class Slug {

    private static final int LONGEST = 80;
    private static final int MOST_WORDS = 16;

    private Slug() {}

    static String check(String value, String what) {
        Objects.requireNonNull(value, what);
        if (value.length() > LONGEST || !isSlug(value)) {
            throw new IllegalArgumentException("The " + what + " id '" + value
                    + "' is not a slug: use lower-case Latin letters and digits joined by '.', '-' or '_', at most "
                    + LONGEST + " characters.");
        }
        return value;
    }

    /** A loop, because every line of a list holds three of them. */
    private static boolean isSlug(String value) {
        int words = 1;
        boolean inWord = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                inWord = true;
            } else if (inWord && (c == '.' || c == '-' || c == '_')) {
                inWord = false;
                words++;
            } else {
                return false;
            }
        }
        return inWord && words <= MOST_WORDS;
    }
}
