package org.otklik.classify;

/**
 * A mistake in a lexicon file; immutable.
 *
 * @param file name of the file
 * @param line line in the file, from 1; 0 when it is about the file as a whole
 * @param message what is wrong and how to put it right
 */
public record LexiconMistake(String file, int line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
