package org.otklik.examples.onnx;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.classify.Classification;
import org.otklik.classify.Classification.Candidate;
import org.otklik.classify.Classification.Unsure;
import org.otklik.classify.Classifier;
import org.otklik.classify.MessageKind;
import org.otklik.classify.TopicTree;
import org.otklik.id.TopicId;
import org.otklik.text.Evidence;
import org.otklik.text.PostText;
import org.otklik.text.Segment;

/**
 * Asks a network for the topic where rules see trouble and know none; immutable and thread-safe.
 *
 * <p>A network takes some hundred times the time of rules, so only what rules would lay into the review queue is worth
 * it. What the network is not sure of stays there.
 */
public final class OnnxClassifier implements Classifier {

    private static final Set<Unsure.Reason> WORTH_ASKING =
            EnumSet.of(Unsure.Reason.NO_TOPIC, Unsure.Reason.WEAK_SIGNALS);

    private final Classifier rules;
    private final OnnxTopics model;
    private final double threshold;

    /**
     * Combines rules with a network.
     *
     * @param rules decide what they can
     * @param model stays open as long as this is used
     * @param topics the region's topics
     * @param threshold how sure the network must be, 0 to 1
     */
    OnnxClassifier(Classifier rules, OnnxTopics model, TopicTree topics, double threshold) {
        List<TopicId> unknown = model.topics().stream()
                .filter(topic -> topics.find(topic).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The model knows topics that the region has not: " + unknown);
        }
        this.rules = rules;
        this.model = model;
        this.threshold = threshold;
    }

    @Override
    public Classification classify(PostText text) {
        Classification decided = rules.classify(text);
        if (decided instanceof Unsure unsure && WORTH_ASKING.contains(unsure.reason()) && text.hasWords()) {
            OnnxTopics.Likeliest likeliest = model.ask(text);
            return likeliest.probability() >= threshold ? candidate(unsure, likeliest) : unsure;
        }
        return decided;
    }

    private Candidate candidate(Unsure unsure, OnnxTopics.Likeliest likeliest) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.whole("onnx." + likeliest.topic(), Segment.POST));
        evidence.addAll(unsure.evidence());
        return new Candidate(
                unsure.guess().orElse(MessageKind.COMPLAINT),
                Optional.of(likeliest.topic()),
                unsure.tone(),
                unsure.severity(),
                likeliest.probability(),
                evidence,
                unsure.rulesVersion() + "+" + model.version());
    }
}
