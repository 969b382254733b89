package org.otklik.testkit.vk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words of a text as the search sees them, with endings cut off crudely. */
final class Words {

    private static final List<String> ENDINGS = List.of(
            "ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими", "ах", "ях", "ов", "ев", "ом", "ем", "ой", "ей",
            "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ам", "ям", "ть", "а", "я", "о", "е", "ы", "и",
            "у", "ю", "й", "ь");
    private static final int SHORTEST = 2;

    private Words() {}

    /** Returns the words in order, in lower case, with a leading {@code #} where it stands. */
    static List<String> of(String text) {
        String low = text.toLowerCase(Locale.ROOT).replace('ё', 'е');
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= low.length(); i++) {
            if (i < low.length() && belongs(low, i)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                words.add(low.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static boolean belongs(String text, int at) {
        char letter = text.charAt(at);
        return Character.isLetterOrDigit(letter)
                || letter == '_'
                || (letter == '#' && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    /** Returns what the text can be found by: stems, and tags with their {@code #}. */
    static Set<String> keys(String text) {
        Set<String> keys = new LinkedHashSet<>();
        for (String word : of(text)) {
            if (word.startsWith("#")) {
                keys.add(word);
            }
            keys.add(stem(word));
        }
        return keys;
    }

    static String stem(String word) {
        String bare = word.startsWith("#") ? word.substring(1) : word;
        for (String ending : ENDINGS) {
            if (bare.length() - ending.length() >= SHORTEST && bare.endsWith(ending)) {
                return bare.substring(0, bare.length() - ending.length());
            }
        }
        return bare;
    }

    /** Returns the text as a chain of words for the comparison with phrases. */
    static String chain(String text) {
        return " " + String.join(" ", of(text)).replace("#", "") + " ";
    }
}
