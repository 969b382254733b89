package org.otklik.classify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.otklik.text.PostText;
import org.otklik.text.Segment;
import org.otklik.text.Tokens;

/** Tries rules by their examples; for one lexicon. */
final class ExampleTrial {

    private final Lexicon lexicon;
    private final Consumer<LexiconMistake> mistakes;

    ExampleTrial(Lexicon lexicon, Consumer<LexiconMistake> mistakes) {
        this.lexicon = lexicon;
        this.mistakes = mistakes;
    }

    void run(List<LexiconRule> rules) {
        Set<PhraseRef> needed = new HashSet<>();
        rules.forEach(rule -> tryOne(rule, needed));
        for (PhraseRef phrase : lexicon.phrases()) {
            if (!needed.contains(phrase)) {
                rules.stream()
                        .filter(rule -> rule.id().equals(phrase.rule()))
                        .filter(rule -> rule.topic().isPresent())
                        .forEach(rule -> report(rule, "loses no example without '" + phrase.phrase() + "'."));
            }
        }
    }

    private void tryOne(LexiconRule rule, Set<PhraseRef> needed) {
        RuleExamples examples = rule.examples();
        if (examples.match().size() < RuleExamples.FEWEST || examples.miss().size() < RuleExamples.FEWEST) {
            report(rule, "needs " + RuleExamples.FEWEST + " examples in 'match' and as many in 'miss'.");
        }
        for (String text : examples.match()) {
            if (!counts(lexicon, rule, PostText.tokens(text))) {
                report(rule, "does not count in its example '" + text + "'.");
            }
            addNeeded(rule, PostText.tokens(text), needed);
        }
        for (String text : examples.miss()) {
            if (counts(lexicon, rule, PostText.tokens(text))) {
                report(rule, "counts in '" + text + "', where it must not.");
            }
        }
    }

    private void addNeeded(LexiconRule rule, Tokens text, Set<PhraseRef> needed) {
        for (PhraseRef phrase : lexicon.phrasesIn(text)) {
            if (phrase.rule().equals(rule.id())
                    && !needed.contains(phrase)
                    && !counts(lexicon.without(phrase), rule, text)) {
                needed.add(phrase);
            }
        }
    }

    private static boolean counts(Lexicon lexicon, LexiconRule rule, Tokens text) {
        Signals signals = new Signals(lexicon, Segment.POST);
        signals.read(text);
        return signals.counts(lexicon.rules().indexOf(rule));
    }

    private void report(LexiconRule rule, String problem) {
        mistakes.accept(new LexiconMistake(rule.file(), rule.line(), "Rule '" + rule.id() + "' " + problem));
    }
}
