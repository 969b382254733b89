package org.otklik.classify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.otklik.classify.Classification.Candidate;
import org.otklik.classify.Classification.Unsure;
import org.otklik.id.TopicId;
import org.otklik.text.PostText;

/**
 * Rules decide whether a post is an incident; a trained model decides what it is about, where it is sure enough;
 * immutable and thread-safe.
 *
 * <p>Below the threshold the rules' topic stays. A post of which the rules only know that something is wrong becomes a
 * candidate when the model is sure of its topic; what they call unsure for another reason stays so, with the model's
 * best guesses. Thanks and mere anger keep the topic that the rules give them, for the model learned from complaints.
 */
public final class TrainedClassifier implements Classifier {

    /** How sure the model must be of a topic by default. */
    public static final double SURE_ENOUGH = 0.6;

    private static final int MOST_GUESSES = 3;
    private static final double WORTH_NAMING = 0.05;
    private static final Set<MessageKind> ABOUT_TROUBLE =
            EnumSet.of(MessageKind.COMPLAINT, MessageKind.QUESTION, MessageKind.REVIEW, MessageKind.PROPOSAL);

    private final Classifier rules;
    private final TrainedModel model;
    private final Map<String, TopicId> topicOfLabel;
    private final double threshold;
    private Version version;

    private TrainedClassifier(
            Classifier rules, TrainedModel model, Map<String, TopicId> topicOfLabel, double threshold) {
        this.rules = rules;
        this.model = model;
        this.topicOfLabel = topicOfLabel;
        this.threshold = threshold;
        version = new Version("", "+" + model.version());
    }

    /**
     * Combines rules with a model at the default threshold.
     *
     * @param rules decide whether a post is an incident, mostly a {@link RuleClassifier}
     * @param model its labels are ids, titles or aliases of topics
     * @param topics the region's topics
     * @return the classifier
     * @throws IllegalArgumentException naming every label that is no topic
     */
    public static TrainedClassifier of(Classifier rules, TrainedModel model, TopicTree topics) {
        return of(rules, model, topics, SURE_ENOUGH);
    }

    /**
     * Combines rules with a model.
     *
     * @param rules decide whether a post is an incident, mostly a {@link RuleClassifier}
     * @param model its labels are ids, titles or aliases of topics
     * @param topics the region's topics
     * @param threshold how sure the model must be to decide the topic, 0 to 1
     * @return the classifier
     * @throws IllegalArgumentException naming every label that is no topic, or the threshold
     */
    public static TrainedClassifier of(Classifier rules, TrainedModel model, TopicTree topics, double threshold) {
        Objects.requireNonNull(rules, "rules");
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("A threshold lies between 0 and 1, not at " + threshold + ".");
        }
        Map<String, TopicId> known = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String label : model.labels()) {
            topic(label, topics).ifPresentOrElse(topic -> known.put(label, topic.id()), () -> unknown.add(label));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The model has labels that are no topic's id, title or alias: " + unknown
                    + ". Add them to the topics as aliases.");
        }
        return new TrainedClassifier(rules, model, Map.copyOf(known), threshold);
    }

    private static Optional<Topic> topic(String label, TopicTree topics) {
        return topics.findByName(label)
                .or(() -> topics.all().stream()
                        .filter(topic -> topic.id().value().equals(label))
                        .findFirst());
    }

    @Override
    public Classification classify(PostText text) {
        Classification decided = rules.classify(text);
        if (decided instanceof Candidate candidate && text.hasWords()) {
            return withTopic(candidate, model.top(text, 1).get(0));
        }
        return decided instanceof Unsure unsure && text.hasWords() && !isForeign(unsure)
                ? withGuesses(unsure, model.top(text, MOST_GUESSES))
                : decided;
    }

    private static boolean isForeign(Unsure unsure) {
        return unsure.reason() == Unsure.Reason.FOREIGN_LANGUAGE;
    }

    private Classification withTopic(Candidate candidate, Guess best) {
        boolean speaks = ABOUT_TROUBLE.contains(candidate.kind()) && best.probability() >= threshold;
        if (!speaks) {
            return candidate;
        }
        TopicId topic = topic(best);
        boolean agreed = candidate.topic().filter(topic::equals).isPresent();
        double confidence = agreed ? Math.max(candidate.confidence(), best.probability()) : best.probability();
        return new Candidate(
                candidate.kind(),
                Optional.of(topic),
                candidate.tone(),
                candidate.severity(),
                confidence,
                new JoinedEvidence(best.evidence(), candidate.evidence()),
                version(candidate));
    }

    private Classification withGuesses(Unsure unsure, List<Guess> guesses) {
        Guess best = guesses.get(0);
        boolean onlyTopicMissing = unsure.reason() == Unsure.Reason.NO_TOPIC && best.probability() >= threshold;
        if (onlyTopicMissing) {
            return new Candidate(
                    unsure.guess().orElse(MessageKind.COMPLAINT),
                    Optional.of(topic(best)),
                    unsure.tone(),
                    unsure.severity(),
                    best.probability(),
                    new JoinedEvidence(best.evidence(), unsure.evidence()),
                    version(unsure));
        }
        List<TopicId> topics = guesses.stream()
                .filter(guess -> guess.probability() >= WORTH_NAMING)
                .map(this::topic)
                .distinct()
                .toList();
        return new Unsure(
                unsure.reason(),
                unsure.guess(),
                topics.isEmpty() ? unsure.topics() : topics,
                unsure.tone(),
                unsure.severity(),
                new JoinedEvidence(unsure.evidence(), best.evidence()),
                version(unsure));
    }

    private TopicId topic(Guess guess) {
        return Objects.requireNonNull(topicOfLabel.get(guess.label()), guess::label);
    }

    /** Rules seldom change their version, so that the last one is mostly the same. */
    private String version(Classification decided) {
        Version known = version;
        if (!known.rules().equals(decided.rulesVersion())) {
            known = new Version(decided.rulesVersion(), decided.rulesVersion() + "+" + model.version());
            version = known;
        }
        return known.whole();
    }

    /** Which rules and model decided; threads may replace it at once, by what is alike. */
    private record Version(String rules, String whole) {}
}
