package org.otklik.sla;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.TopicId;
import org.otklik.post.NetworkId;

/**
 * Which cases a row of a {@link TargetTable} is for: every condition that is given must hold; immutable.
 *
 * @param kind the kind of message
 * @param severity how pressing the case is
 * @param topic the topic or one above it: {@code roads} holds for {@code roads.potholes}
 * @param fastTrack whether the topic is on the fast track
 * @param lead the body that leads
 * @param network where the first post stands
 */
public record TargetCondition(
        Optional<MessageKind> kind,
        Optional<Severity> severity,
        Optional<TopicId> topic,
        Optional<Boolean> fastTrack,
        Optional<BodyId> lead,
        Optional<NetworkId> network) {

    private static final TargetCondition ANY = new TargetCondition(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks that nothing is missing. */
    public TargetCondition {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(fastTrack, "fastTrack");
        Objects.requireNonNull(lead, "lead");
        Objects.requireNonNull(network, "network");
    }

    /**
     * Returns the condition that holds for every case.
     *
     * @return a condition with nothing given
     */
    public static TargetCondition any() {
        return ANY;
    }

    /**
     * Tells whether the condition holds.
     *
     * @param subject a case
     * @return true if every given part holds; an unknown topic or body fulfils none
     */
    public boolean holds(SlaSubject subject) {
        return kind.map(subject.kind()::equals).orElse(true)
                && severity.map(subject.severity()::equals).orElse(true)
                && topic.map(wanted -> isUnder(wanted, subject.topic())).orElse(true)
                && fastTrack.map(wanted -> wanted == subject.fastTrack()).orElse(true)
                && (lead.isEmpty() || lead.equals(subject.lead()))
                && network.map(subject.network()::equals).orElse(true);
    }

    private static boolean isUnder(TopicId wanted, Optional<TopicId> actual) {
        return actual.map(topic -> topic.equals(wanted) || topic.value().startsWith(wanted.value() + "."))
                .orElse(false);
    }

    /** How many conditions are given: the more, the more specific. */
    int given() {
        return (int) Stream.of(kind, severity, topic, fastTrack, lead, network)
                .filter(Optional::isPresent)
                .count();
    }

    /** How deep in the tree the topic stands, zero without one. */
    int topicDepth() {
        return topic.map(
                        id -> 1 + (int) id.value().chars().filter(c -> c == '.').count())
                .orElse(0);
    }
}
