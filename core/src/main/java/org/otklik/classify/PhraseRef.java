package org.otklik.classify;

/**
 * Names one phrase of a lexicon, to ask what it is worth; immutable.
 *
 * @param rule id of its rule
 * @param phrase the phrase as the file has it
 * @param number its number in the lexicon that gave it
 */
public record PhraseRef(String rule, String phrase, int number) {}
