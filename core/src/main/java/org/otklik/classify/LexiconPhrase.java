package org.otklik.classify;

import java.util.List;

/** A phrase of a rule: for each step the words of which one must stand there, and the words that may stand before. */
record LexiconPhrase(List<List<String>> steps, List<Integer> gaps) {}
