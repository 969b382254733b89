package org.otklik.spi.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The plain way to look for words, for storages without a search of their own: runs of letters and digits in lower
 * case, with ё written as е, each found anywhere; immutable.
 */
public final class SearchWords {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> words;

    private SearchWords(List<String> words) {
        this.words = words;
    }

    /**
     * Takes the words of a question.
     *
     * @param question as a person typed it
     * @return its words
     */
    public static SearchWords of(String question) {
        return new SearchWords(Arrays.stream(BETWEEN.split(folded(question)))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    /**
     * Lists the words.
     *
     * @return in lower case, letters and digits only
     */
    public List<String> words() {
        return words;
    }

    /**
     * Tells whether a text has all the words.
     *
     * @param text a free text, or JSON that holds one
     * @return true if it has
     */
    public boolean areIn(String text) {
        String folded = folded(text);
        return words.stream().allMatch(folded::contains);
    }
}
