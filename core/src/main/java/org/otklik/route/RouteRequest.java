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
 */
public record RouteRequest(
        Optional<TopicId> topic,
        MessageKind kind,
        Location location,
        Scale scale,
        Severity severity,
        Instant at,
        Set<BodyId> declined) {

    /** Copies the declined bodies. */
    public RouteRequest {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(at, "at");
        declined = Set.copyOf(declined);
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
        return new RouteRequest(topic, kind, location, scale, severity, at, all);
    }
}
