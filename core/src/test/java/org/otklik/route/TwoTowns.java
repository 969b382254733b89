package org.otklik.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.classify.Topic;
import org.otklik.classify.TopicTree;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.place.Gazetteer;
import org.otklik.place.Location;
import org.otklik.place.Place;
import org.otklik.place.PlaceCandidate;
import org.otklik.place.PlaceReason;
import org.otklik.place.Scale;
import org.otklik.text.Evidence;

/** A region of two towns, one with an inner district, for the tests of routing. */
final class TwoTowns {

    static final Instant NOVEMBER = Instant.parse("2026-11-23T08:00:00Z");

    static final TopicTree TOPICS = TopicTree.of(List.of(
            Topic.of("roads", "Дороги", "Roads"),
            Topic.of("roads.potholes", "Ямы", "Potholes"),
            Topic.of("health", "Здравоохранение", "Health"),
            Topic.of("safety", "Порядок", "Order")));

    static final Gazetteer PLACES = Gazetteer.of(List.of(
            Place.of("krai", "Край", Place.Kind.REGION, Optional.empty()),
            place("aldan", Place.Kind.URBAN_OKRUG, "krai"),
            place("aldan.north", Place.Kind.INNER_DISTRICT, "aldan"),
            place("borok", Place.Kind.URBAN_OKRUG, "krai"),
            place("borok.spring", Place.Kind.SETTLEMENT, "borok"),
            place("borok.mill", Place.Kind.SETTLEMENT, "borok")));

    static final BodyDirectory BODIES = BodyDirectory.of(List.of(
            body("government", BodyKind.OTHER, ""),
            body("min-roads", BodyKind.MINISTRY, "government"),
            body("min-health", BodyKind.MINISTRY, "government"),
            body("adm-aldan", BodyKind.MUNICIPALITY, "", "aldan"),
            body("adm-aldan.north", BodyKind.MUNICIPALITY, "adm-aldan", "aldan.north"),
            body("adm-borok", BodyKind.MUNICIPALITY, "", "borok"),
            abolished("old-roads", LocalDate.of(2026, 6, 30)),
            outside("police")));

    private TwoTowns() {}

    private static Place place(String id, Place.Kind kind, String parent) {
        return Place.of(id, id, kind, Optional.of(PlaceId.of(parent)));
    }

    static ResponsibleBody body(String id, BodyKind kind, String parent, String... places) {
        Optional<BodyId> above = parent.isEmpty() ? Optional.empty() : Optional.of(BodyId.of(parent));
        return body(id, kind, above, Validity.ALWAYS, false, places);
    }

    private static ResponsibleBody abolished(String id, LocalDate lastDay) {
        Validity validity = new Validity(Optional.empty(), Optional.of(lastDay));
        return body(id, BodyKind.CONTRACTOR, Optional.empty(), validity, false);
    }

    private static ResponsibleBody outside(String id) {
        return body(id, BodyKind.FEDERAL_BODY, Optional.empty(), Validity.ALWAYS, true);
    }

    private static ResponsibleBody body(
            String id, BodyKind kind, Optional<BodyId> parent, Validity validity, boolean external, String... places) {
        return new ResponsibleBody(
                BodyId.of(id),
                kind,
                parent,
                new CaseForms(id, id, id, id, id, id),
                id,
                id,
                validity,
                external,
                Set.copyOf(Arrays.stream(places).map(PlaceId::of).toList()));
    }

    static RoutingTable table(RoutingRow... rows) {
        return RoutingTable.of(List.of(rows), BODIES, TOPICS, PLACES, ZoneOffset.UTC, "pack-1");
    }

    /** A row for a topic everywhere. */
    static RoutingRow row(String id, String topic, String lead, String... next) {
        return new RoutingRow(
                id,
                Optional.of(TopicId.of(topic)),
                Set.of(),
                Set.of(),
                Set.of(),
                Validity.ALWAYS,
                new BodyPattern(lead),
                List.of(),
                patterns(next));
    }

    static RoutingRow named(String id, RoutingRow row) {
        return new RoutingRow(
                id,
                row.topic(),
                row.places(),
                row.scales(),
                row.kinds(),
                row.validity(),
                row.lead(),
                row.coExecutors(),
                row.next());
    }

    static RoutingRow in(String place, RoutingRow row) {
        Set<PlaceId> places = Set.of(PlaceId.of(place));
        return new RoutingRow(
                row.id(),
                row.topic(),
                places,
                row.scales(),
                row.kinds(),
                row.validity(),
                row.lead(),
                row.coExecutors(),
                row.next());
    }

    static RoutingRow forScale(Scale scale, RoutingRow row) {
        return new RoutingRow(
                row.id(),
                row.topic(),
                row.places(),
                Set.of(scale),
                row.kinds(),
                row.validity(),
                row.lead(),
                row.coExecutors(),
                row.next());
    }

    static RoutingRow during(Validity validity, RoutingRow row) {
        return new RoutingRow(
                row.id(),
                row.topic(),
                row.places(),
                row.scales(),
                row.kinds(),
                validity,
                row.lead(),
                row.coExecutors(),
                row.next());
    }

    static RoutingRow with(RoutingRow row, String... coExecutors) {
        return new RoutingRow(
                row.id(),
                row.topic(),
                row.places(),
                row.scales(),
                row.kinds(),
                row.validity(),
                row.lead(),
                patterns(coExecutors),
                row.next());
    }

    private static List<BodyPattern> patterns(String... texts) {
        return Arrays.stream(texts).map(BodyPattern::new).toList();
    }

    /** A matter of a topic at a place; several places stand equal. */
    static RouteRequest request(String topic, String... places) {
        return request(topic, Scale.MUNICIPAL, NOVEMBER, places);
    }

    static RouteRequest request(String topic, Scale scale, Instant at, String... places) {
        return new RouteRequest(
                Optional.of(TopicId.of(topic)),
                MessageKind.COMPLAINT,
                at(PlaceReason.NAMED, places),
                scale,
                Severity.NORMAL,
                at,
                Set.of());
    }

    /** The same matter, placed by nothing but the page on which it stands. */
    static RouteRequest byPage(RouteRequest request) {
        String[] places = request.location().candidates().stream()
                .map(candidate -> candidate.place().value())
                .toArray(String[]::new);
        return new RouteRequest(
                request.topic(),
                request.kind(),
                at(PlaceReason.PAGE, places),
                request.scale(),
                request.severity(),
                request.at(),
                request.declined());
    }

    private static Location at(PlaceReason reason, String... places) {
        List<PlaceCandidate> candidates = Arrays.stream(places)
                .map(place ->
                        new PlaceCandidate(PlaceId.of(place), 0.9, Set.of(reason), List.of(Evidence.of("name", 0, 1))))
                .toList();
        return new Location(candidates, Optional.empty(), Scale.MUNICIPAL, List.of());
    }
}
