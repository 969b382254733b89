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
    private final Map<PlaceId, Place> placesById = new HashMap<>();

    CrossChecks(PackParts parts) {
        this.parts = parts;
        parts.places().values().forEach(place -> placesById.put(place.id(), place));
    }

    void run() {
        parts.identity().ifPresent(this::checkIdentity);
        parts.topics().sound().forEach(topic -> known(topic, topic.value().parent().stream(), parts.topics(), "topic"));
        checkAliases();
        parts.places().sound().forEach(this::checkPlace);
        parts.bodies().sound().forEach(this::checkBody);
        parts.accounts().sound().forEach(one -> known(one, Stream.of(one.value().body()), parts.bodies(), "body"));
        parts.pages().sound().forEach(one -> known(one, one.value().place().stream(), parts.places(), "place"));
        parts.rows().sound().forEach(this::checkRow);
        circles(
                parts.topics().sound(),
                topic -> topic.parent().map(TopicId::value),
                topic -> topic.id().value());
        circles(
                parts.bodies().sound(),
                body -> body.parent().map(BodyId::value),
                body -> body.id().value());
    }

    private void checkIdentity(Located<Identity> region) {
        Identity identity = region.value();
        known(region, Stream.of(identity.place()), parts.places(), "place");
        known(region, Stream.of(identity.regionBody(), identity.headBody()), parts.bodies(), "body");
    }

    private void checkAliases() {
        Map<String, TopicId> owners = new HashMap<>();
        for (Located<Topic> topic : parts.topics().sound()) {
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
        known(place, place.value().parent().stream(), parts.places(), "place");
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
        known(body, body.value().parent().stream(), parts.bodies(), "body");
        known(body, body.value().places().stream(), parts.places(), "place");
    }

    private void checkRow(Located<RoutingRow> located) {
        RoutingRow row = located.value();
        known(located, row.topic().stream(), parts.topics(), "topic");
        known(located, row.places().stream(), parts.places(), "place");
        Stream.of(List.of(row.lead()), row.coExecutors(), row.next())
                .flatMap(List::stream)
                .distinct()
                .forEach(pattern -> checkPattern(located, pattern));
    }

    private void checkPattern(Located<RoutingRow> row, BodyPattern pattern) {
        if (!pattern.needsDistrict() && !pattern.needsMunicipality()) {
            known(row, Stream.of(BodyId.of(pattern.text())), parts.bodies(), "body");
        } else if (pattern.needsMunicipality()) {
            List<String> gaps = municipalitiesOf(row.value())
                    .filter(place -> !parts.bodies().mayHave(pattern.text().replace("{municipality}", place.value())))
                    .map(PlaceId::value)
                    .toList();
            if (!gaps.isEmpty()) {
                row.entry().wrong("row.gap", pattern, String.join(", ", gaps));
            }
        }
    }

    private Stream<PlaceId> municipalitiesOf(RoutingRow row) {
        return parts.places().values().stream()
                .filter(place -> place.kind().isMunicipality())
                .map(Place::id)
                .filter(id -> row.places().isEmpty() || row.places().contains(id));
    }

    private static void known(Located<?> one, Stream<?> named, FileContent<?> known, String what) {
        named.filter(id -> !known.mayHave(id)).forEach(id -> one.entry().wrong("reference." + what, id));
    }

    private static <T> void circles(
            List<Located<T>> all, Function<T, Optional<String>> parent, Function<T, String> id) {
        Map<String, String> parents = all.stream()
                .filter(one -> parent.apply(one.value()).isPresent())
                .collect(Collectors.toMap(
                        one -> id.apply(one.value()),
                        one -> parent.apply(one.value()).orElseThrow()));
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
