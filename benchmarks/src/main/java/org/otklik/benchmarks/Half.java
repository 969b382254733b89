package org.otklik.benchmarks;

import java.util.Locale;

/**
 * The two halves of every set of texts: rules may be written with an eye on one, the other only gives figures.
 *
 * <p>A text's half comes from its letters and digits alone, so that copies of a text never stand in both.
 */
public enum Half {
    /** For work. */
    DEV,
    /** For figures. */
    TEST;

    /**
     * Tells the half of a text.
     *
     * @param text any text
     * @return the same for all copies of it
     */
    public static Half of(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                hash = (hash ^ (c == 'ё' ? 'е' : c)) * 0x100000001B3L;
            }
        }
        return (hash ^ (hash >>> 29) ^ (hash >>> 47)) % 2 == 0 ? DEV : TEST;
    }

    static Half named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    Half other() {
        return this == DEV ? TEST : DEV;
    }
}
