package org.otklik.route;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.otklik.classify.MessageKind;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.place.Scale;

/**
 * One rule of the routing table: for which matters it holds and whom it names; immutable.
 *
 * @param id stable slug that explanations name
 * @param topic the topic with all below it; empty means every topic
 * @param places places with all inside them; empty means the whole region
 * @param scales scales for which the row holds; empty means all
 * @param kinds kinds of message for which the row holds; empty means all
 * @param validity days on which the row holds
 * @param lead the body that must answer
 * @param coExecutors bodies that take part
 * @param next bodies to ask when the lead declines, best first
 */
public record RoutingRow(
        String id,
        Optional<TopicId> topic,
        Set<PlaceId> places,
        Set<Scale> scales,
        Set<MessageKind> kinds,
        Validity validity,
        BodyPattern lead,
        List<BodyPattern> coExecutors,
        List<BodyPattern> next) {

    /** Copies the collections. */
    public RoutingRow {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(validity, "validity");
        Objects.requireNonNull(lead, "lead");
        places = Set.copyOf(places);
        scales = Set.copyOf(scales);
        kinds = Set.copyOf(kinds);
        coExecutors = List.copyOf(coExecutors);
        next = List.copyOf(next);
        if (id.isBlank()) {
            throw new IllegalArgumentException("A routing row needs an id.");
        }
    }

    private static Scale scale(RouteRequest request, Whereabouts where) {
        return where.isWholeRegion() && request.scale() != Scale.FEDERAL ? Scale.REGIONAL : request.scale();
    }

    /** Tells whether the row holds for a matter, its topic apart. */
    boolean holds(RouteRequest request, Whereabouts where, LocalDate day) {
        return (scales.isEmpty() || scales.contains(scale(request, where)))
                && (kinds.isEmpty() || kinds.contains(request.kind()))
                && where.within(places)
                && validity.covers(day);
    }
}
