package org.otklik.route;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.TopicId;
import org.otklik.place.Location;
import org.otklik.place.Scale;
import org.otklik.text.PostText;

/**
 * What is known about a matter that needs a body; immutable.
 *
 * @param topic what it is about
 * @param kind complaint, question and so on
 * @param location where it is, or why that is not known
 * @param scale how far it reaches
 * @param severity how pressing it is
 * @param at the instant whose rules hold
 * @param declined bodies that said it is not their competence
 * @param text what was written, for routers that learned from texts; absent where a matter has none
 */
public record RouteRequest(
        Optional<TopicId> topic,
        MessageKind kind,
        Location location,
        Scale scale,
        Severity severity,
        Instant at,
        Set<BodyId> declined,
        Optional<PostText> text) {

    /** Copies the declined bodies. */
    public RouteRequest {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(at, "at");
        declined = Set.copyOf(declined);
        Objects.requireNonNull(text, "text");
    }

    /**
     * Describes a matter without its text.
     *
     * @param topic what it is about
     * @param kind complaint, question and so on
     * @param location where it is, or why that is not known
     * @param scale how far it reaches
     * @param severity how pressing it is
     * @param at the instant whose rules hold
     * @param declined bodies that said it is not their competence
     */
    public RouteRequest(
            Optional<TopicId> topic,
            MessageKind kind,
            Location location,
            Scale scale,
            Severity severity,
            Instant at,
            Set<BodyId> declined) {
        this(topic, kind, location, scale, severity, at, declined, Optional.empty());
    }

    /**
     * Adds what was written.
     *
     * @param value the post with its scan
     * @return a copy
     */
    public RouteRequest withText(PostText value) {
        return new RouteRequest(topic, kind, location, scale, severity, at, declined, Optional.of(value));
    }

    /**
     * Returns this request after one more body declined.
     *
     * @param body who declined
     * @return a copy
     */
    public RouteRequest declinedBy(BodyId body) {
        Set<BodyId> all = new HashSet<>(declined);
        all.add(body);
        return new RouteRequest(topic, kind, location, scale, severity, at, all, text);
    }
}
