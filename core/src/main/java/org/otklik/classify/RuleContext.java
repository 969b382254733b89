package org.otklik.classify;

import java.util.List;

/**
 * What must, or must not, stand around a match for it to count.
 *
 * @param unless phrases of which none may stand in the sentence of the match
 * @param with phrases of which one must stand in the text; none needed when empty
 */
record RuleContext(List<LexiconPhrase> unless, List<LexiconPhrase> with) {

    static final RuleContext ANY = new RuleContext(List.of(), List.of());

    boolean isAny() {
        return unless.isEmpty() && with.isEmpty();
    }
}
