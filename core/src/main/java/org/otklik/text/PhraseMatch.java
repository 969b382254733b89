package org.otklik.text;

/** Receives what a {@link PhraseAutomaton} finds. */
@FunctionalInterface
public interface PhraseMatch {

    /**
     * Takes one match.
     *
     * @param phrase the number under which the phrase was added
     * @param firstToken index of its first token
     * @param lastToken index of its last token, inclusive
     */
    void found(int phrase, int firstToken, int lastToken);
}
