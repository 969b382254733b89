package org.otklik.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.otklik.text.PostText;
import org.otklik.text.WorkingMemory;

/** The default classifier: lexicon rules on stems, with evidence for every decision; immutable and thread-safe. */
public final class RuleClassifier implements Classifier {

    private final WorkingMemory<Decision> decisions;

    private RuleClassifier(Lexicon lexicon) {
        decisions = new WorkingMemory<>(() -> new Decision(lexicon));
    }

    /**
     * Returns a classifier over rules.
     *
     * @param lexicon the region's rules
     * @param topics the region's topics
     * @return the classifier
     * @throws IllegalArgumentException naming all rules whose topic the tree does not have
     */
    public static RuleClassifier of(Lexicon lexicon, TopicTree topics) {
        List<LexiconMistake> mistakes = new ArrayList<>();
        lexicon.check(topics, mistakes::add);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException("The lexicon does not fit the topics: " + mistakes);
        }
        return new RuleClassifier(lexicon);
    }

    @Override
    public Classification classify(PostText text) {
        Decision decision = decisions.take();
        Classification decided = decision.on(Objects.requireNonNull(text, "text"));
        decisions.giveBack(decision);
        return decided;
    }
}
