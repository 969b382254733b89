package org.otklik.internal.region;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.otklik.classify.Topic;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.internal.region.LoadedPack.Identity;
import org.otklik.place.Place;
import org.otklik.route.BodyPattern;
import org.otklik.route.ResponsibleBody;
import org.otklik.route.RoutingRow;

/** Checks what the files of a pack say about each other; for one thread. */
final class CrossChecks {

    private final PackParts parts;
    private final Set<TopicId> topics;
    private final Map<PlaceId, Place> placesById = new HashMap<>();
    private final Set<PlaceId> places;
    private final Set<BodyId> bodies;

    CrossChecks(PackParts parts) {
        this.parts = parts;
        topics = ids(parts.topics(), Topic::id);
        parts.places().forEach(place -> placesById.put(place.value().id(), place.value()));
        places = placesById.keySet();
        bodies = ids(parts.bodies(), ResponsibleBody::id);
    }

    private static <T, I> Set<I> ids(List<Located<T>> all, Function<T, I> id) {
        return all.stream().map(Located::value).map(id).collect(Collectors.toSet());
    }

    void run() {
        parts.identity().ifPresent(this::checkIdentity);
        parts.topics().forEach(topic -> known(topic, topic.value().parent().stream(), topics, "topic"));
        checkAliases();
        parts.places().forEach(this::checkPlace);
        parts.bodies().forEach(this::checkBody);
        parts.accounts().forEach(one -> known(one, Stream.of(one.value().body()), bodies, "body"));
        parts.pages().forEach(one -> known(one, one.value().place().stream(), places, "place"));
        parts.rows().forEach(this::checkRow);
        circles(parts.topics(), topic -> topic.parent().map(TopicId::value), topic -> topic.id().value());
        circles(parts.bodies(), body -> body.parent().map(BodyId::value), body -> body.id().value());
    }

    private void checkIdentity(Located<Identity> region) {
        Identity identity = region.value();
        known(region, Stream.of(identity.place()), places, "place");
        known(region, Stream.of(identity.regionBody(), identity.headBody()), bodies, "body");
    }

    private void checkAliases() {
        Map<String, TopicId> owners = new HashMap<>();
        for (Located<Topic> topic : parts.topics()) {
            for (String alias : topic.value().aliases()) {
                String name = alias.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
                TopicId owner = owners.putIfAbsent(name, topic.value().id());
                if (owner != null && !owner.equals(topic.value().id())) {
                    topic.entry().wrong("topic.alias", alias, owner);
                }
            }
        }
    }

    private void checkPlace(Located<Place> place) {
        known(place, place.value().parent().stream(), places, "place");
        boolean isRegion = place.value().kind() == Place.Kind.REGION;
        if (isRegion == place.value().parent().isPresent()) {
            place.entry().wrong(isRegion ? "place.region-parent" : "field.missing", "parent");
        }
        place.value()
                .parent()
                .map(placesById::get)
                .filter(parent -> parent.kind().compareTo(place.value().kind()) >= 0)
                .ifPresent(parent -> place.entry().wrong("place.parent-kind", parent.id(), parent.kind()));
    }

    private void checkBody(Located<ResponsibleBody> body) {
        known(body, body.value().parent().stream(), bodies, "body");
        known(body, body.value().places().stream(), places, "place");
    }

    private void checkRow(Located<RoutingRow> located) {
        RoutingRow row = located.value();
        known(located, row.topic().stream(), topics, "topic");
        known(located, row.places().stream(), places, "place");
        Stream.of(List.of(row.lead()), row.coExecutors(), row.next())
                .flatMap(List::stream)
                .distinct()
                .forEach(pattern -> checkPattern(located, pattern));
    }

    private void checkPattern(Located<RoutingRow> row, BodyPattern pattern) {
        if (!pattern.needsDistrict() && !pattern.needsMunicipality()) {
            known(row, Stream.of(BodyId.of(pattern.text())), bodies, "body");
        } else if (pattern.needsMunicipality()) {
            List<String> gaps = municipalitiesOf(row.value())
                    .filter(place -> !bodies.contains(BodyId.of(pattern.text().replace("{municipality}", place.value()))))
                    .map(PlaceId::value)
                    .toList();
            if (!gaps.isEmpty()) {
                row.entry().wrong("row.gap", pattern, String.join(", ", gaps));
            }
        }
    }

    private Stream<PlaceId> municipalitiesOf(RoutingRow row) {
        return parts.places().stream()
                .map(Located::value)
                .filter(place -> place.kind().isMunicipality())
                .map(Place::id)
                .filter(id -> row.places().isEmpty() || row.places().contains(id));
    }

    private static <T, I> void known(Located<T> one, Stream<I> named, Set<I> known, String what) {
        named.filter(id -> !known.contains(id)).forEach(id -> one.entry().wrong("reference." + what, id));
    }

    private static <T> void circles(
            List<Located<T>> all,
            Function<T, Optional<String>> parent,
            Function<T, String> id) {
        Map<String, String> parents = all.stream()
                .filter(one -> parent.apply(one.value()).isPresent())
                .collect(Collectors.toMap(
                        one -> id.apply(one.value()), one -> parent.apply(one.value()).orElseThrow()));
        for (Located<T> one : all) {
            Set<String> seen = new HashSet<>();
            @Nullable String at = id.apply(one.value());
            while (at != null && seen.add(at)) { // null above a root
                at = parents.get(at);
            }
            if (at != null && at.equals(id.apply(one.value()))) {
                one.entry().wrong("parent.circle", at);
            }
        }
    }
}
