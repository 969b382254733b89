package org.otklik.classify;

import java.util.List;
import java.util.Optional;
import org.otklik.id.TopicId;

/**
 * A rule of the lexicon.
 *
 * @param weight how much a match says for the effect
 * @param problem how much a match says that something is wrong
 * @param negatable whether a «не» before the match makes it void
 * @param context what must or must not stand around a match
 * @param examples texts to try it by
 */
record LexiconRule(
        String id,
        RuleEffect effect,
        double weight,
        double problem,
        boolean negatable,
        List<LexiconPhrase> phrases,
        RuleContext context,
        RuleExamples examples,
        String file,
        int line) {

    Optional<TopicId> topic() {
        return effect instanceof RuleEffect.OfTopic of ? Optional.of(of.topic()) : Optional.empty();
    }
}
