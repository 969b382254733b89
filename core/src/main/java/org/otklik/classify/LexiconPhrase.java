package org.otklik.classify;

import java.util.List;

/**
 * A phrase of a rule.
 *
 * @param text as the file has it
 * @param rows the rows of words that it stands for; several when its parts may stand in any order
 */
record LexiconPhrase(String text, List<Row> rows) {

    /**
     * Words one after another.
     *
     * @param steps for each step the words of which one must stand there
     * @param gaps for each step how many other words may stand before
     */
    record Row(List<List<String>> steps, List<Integer> gaps) {}
}
