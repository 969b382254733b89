package org.otklik.sla;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.TopicId;
import org.otklik.post.NetworkId;

/**
 * What a policy may look at: the case, never the person; immutable.
 *
 * @param kind the kind of message
 * @param severity how pressing it is
 * @param topic its topic, empty if unknown
 * @param fastTrack whether the topic is to be dealt with by the fast track
 * @param lead the body that leads, empty before routing
 * @param network where the first post stands
 * @param registeredAt when the incident was registered
 * @param publishedAt when the first post was published, by the network's time
 * @param capturedAt when the first post was captured
 */
public record SlaSubject(
        MessageKind kind,
        Severity severity,
        Optional<TopicId> topic,
        boolean fastTrack,
        Optional<BodyId> lead,
        NetworkId network,
        Instant registeredAt,
        Instant publishedAt,
        Instant capturedAt) {

    /** Checks that nothing is missing. */
    public SlaSubject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(lead, "lead");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(registeredAt, "registeredAt");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(capturedAt, "capturedAt");
    }

    /**
     * Returns the instant that an anchor means for this subject.
     *
     * @param anchor the anchor
     * @return the instant
     */
    public Instant at(ClockAnchor anchor) {
        return switch (anchor) {
            case REGISTERED -> registeredAt;
            case CAPTURED -> capturedAt;
            case PUBLISHED -> publishedAt;
        };
    }
}
