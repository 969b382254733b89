package org.otklik.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.otklik.text.PostText;

/** The default classifier: lexicon rules on stems, with evidence for every decision; immutable and thread-safe. */
public final class RuleClassifier implements Classifier {

    private final Lexicon lexicon;

    private RuleClassifier(Lexicon lexicon) {
        this.lexicon = lexicon;
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
        return new Decision(Objects.requireNonNull(text, "text"), lexicon).decide();
    }
}
