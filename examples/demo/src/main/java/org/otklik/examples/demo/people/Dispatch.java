package org.otklik.examples.demo.people;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.IncidentDesk;
import org.otklik.examples.demo.posts.Gold;
import org.otklik.id.BodyId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentSummary;
import org.otklik.place.Location;
import org.otklik.place.PlaceCandidate;
import org.otklik.place.PlaceReason;
import org.otklik.post.PostId;
import org.otklik.route.ResponsibleBody;
import org.otklik.route.Route;
import org.otklik.route.RouteRequest;
import org.otklik.text.Evidence;
import org.otklik.text.Segment;

/** How the coordinator finds a body for an incident that has none: by what he knows, else by the desk's candidates. */
final class Dispatch {

    private final IncidentDesk desk;
    private final Map<PostId, Gold> gold;

    Dispatch(IncidentDesk desk, Map<PostId, Gold> gold) {
        this.desk = desk;
        this.gold = gold;
    }

    void send(IncidentSummary line, Instant now) {
        Incident incident = desk.incidents().get(Staff.COORDINATOR, line.id());
        Gold known = gold.get(incident.firstPost());
        if (known != null && known.incident() == Gold.Verdict.NO) {
            desk.incidents().reject(Staff.COORDINATOR, line.id(), "NO_MATTER").orThrow();
            return;
        }
        Optional<Gold> correction = Optional.ofNullable(known).filter(label -> differs(label, incident));
        correction.ifPresent(label -> desk.incidents()
                .reassess(Staff.COORDINATOR, line.id(), label.kind(), label.topic(), label.place())
                .orThrow());
        Incident assessed = desk.incidents().get(Staff.COORDINATOR, line.id());
        if (assessed.lead().isEmpty() && !assessed.state().isTerminal()) {
            desk.incidents()
                    .route(Staff.COORDINATOR, line.id(), body(assessed, now))
                    .orThrow();
        }
    }

    private static boolean differs(Gold label, Incident incident) {
        return !label.topic().equals(incident.topic())
                || !label.place().equals(incident.assessment().place())
                || label.kind() != incident.kind();
    }

    private BodyId body(Incident incident, Instant now) {
        Set<BodyId> declined = new HashSet<>(incident.declinedBy());
        Route route = desk.region().routingTable().route(request(incident, now, declined));
        if (route instanceof Route.Routed routed) {
            return routed.lead();
        }
        List<BodyId> candidates = ((Route.Unroutable) route).candidates();
        return candidates.stream()
                .filter(body -> !declined.contains(body) && isOurs(body, now))
                .findFirst()
                .orElse(desk.region().regionBody());
    }

    /** Federal bodies work outside this desk. */
    private boolean isOurs(BodyId body, Instant now) {
        return desk.region()
                .bodies()
                .findActive(body, now.atZone(desk.region().zone()).toLocalDate())
                .filter(one -> !one.external())
                .map(ResponsibleBody::id)
                .isPresent();
    }

    private static RouteRequest request(Incident incident, Instant now, Set<BodyId> declined) {
        List<PlaceCandidate> places = incident.assessment().place().stream()
                .map(place -> new PlaceCandidate(
                        place, 1, Set.of(PlaceReason.NAMED), List.of(Evidence.whole("coordinator", Segment.POST))))
                .toList();
        Location location =
                new Location(places, Optional.empty(), incident.assessment().scale(), List.of());
        return new RouteRequest(
                incident.topic(),
                incident.kind(),
                location,
                incident.assessment().scale(),
                incident.assessment().severity(),
                now,
                declined);
    }
}
