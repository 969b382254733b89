package org.otklik.internal.incident;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.Role;
import org.otklik.classify.Topic;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.incident.Assessment;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.place.Location;
import org.otklik.place.Place;
import org.otklik.place.PlaceCandidate;
import org.otklik.place.PlaceReason;
import org.otklik.place.Scale;
import org.otklik.place.ScaleGrowth;
import org.otklik.route.Route;
import org.otklik.route.RouteRequest;
import org.otklik.text.Evidence;
import org.otklik.text.Segment;

/** Lets the scale of an incident rise with the posts that join it, and asks people to route it anew; routes nothing. */
public final class Scales {

    private Scales() {}

    /** Looks at what a post that joins tells of places and reach. */
    public static void hear(OpenIncident open, Location post) {
        Assessment known = open.incident().assessment();
        growth(open).by(known.scale(), known.place(), post).ifPresent(rise -> rise(open, rise));
    }

    /**
     * Looks at how many people wrote, each time that the posts have doubled; what stands in one spot does not grow by the
     * number of those who saw it.
     */
    public static void count(OpenIncident open, int before, int after) {
        Assessment known = open.incident().assessment();
        if (known.scale().compareTo(Scale.MUNICIPAL) >= 0 || !hasDoubled(before, after) || isLocal(open, known)) {
            return;
        }
        int authors = open.session().stores().posts().authors(open.incident().id());
        growth(open).byAuthors(known.scale(), known.place(), authors).ifPresent(rise -> rise(open, rise));
    }

    private static boolean hasDoubled(int before, int after) {
        int mark = ScaleGrowth.AUTHORS_OF_A_QUARTER;
        while (mark <= before) {
            mark *= 2;
        }
        boolean town = before < ScaleGrowth.AUTHORS_OF_A_TOWN && after >= ScaleGrowth.AUTHORS_OF_A_TOWN;
        return mark <= after || town;
    }

    private static boolean isLocal(OpenIncident open, Assessment known) {
        return known.topic()
                .flatMap(open.session().parts().region().topics()::find)
                .filter(Topic::local)
                .isPresent();
    }

    /** Looks at the scale and place of an incident that was joined in. */
    static void join(OpenIncident survivor, Incident absorbed) {
        Assessment known = survivor.incident().assessment();
        Assessment other = absorbed.assessment();
        Optional<ScaleGrowth.Rise> places = growth(survivor).byPlaces(known.scale(), known.place(), other.place());
        boolean wider = other.scale().compareTo(known.scale()) > 0
                && places.filter(rise -> rise.scale().compareTo(other.scale()) >= 0)
                        .isEmpty();
        places.map(ScaleGrowth.Rise::scale)
                .filter(scale -> !wider)
                .or(() -> wider ? Optional.of(other.scale()) : Optional.empty())
                .ifPresent(scale -> rise(
                        survivor,
                        new ScaleGrowth.Rise(
                                scale,
                                places.flatMap(ScaleGrowth.Rise::place).or(known::place),
                                ScaleGrowth.Cause.MERGE)));
    }

    private static ScaleGrowth growth(OpenIncident open) {
        return ScaleGrowth.in(open.session().parts().region().gazetteer());
    }

    private static void rise(OpenIncident open, ScaleGrowth.Rise rise) {
        DeskParts parts = open.session().parts();
        Optional<PlaceId> municipality =
                rise.place().flatMap(parts.region().gazetteer()::municipalityOf).map(Place::id);
        open.record(new IncidentEvent.ScaleRose(
                open.incident().assessment().scale(),
                rise.scale(),
                rise.place(),
                municipality,
                rise.cause(),
                suggestion(open, rise)));
        open.session()
                .tell(
                        "SCALE_ROSE",
                        open.incident().id().value(),
                        rise.scale().name(),
                        Set.of(Role.COORDINATOR, Role.CURATOR),
                        open.incident().lead());
    }

    /** The body that would have been named had the scale been known; empty if it is the one that leads. */
    private static Optional<BodyId> suggestion(OpenIncident open, ScaleGrowth.Rise rise) {
        Incident incident = open.incident();
        DeskParts parts = open.session().parts();
        Route route = parts.router()
                .route(new RouteRequest(
                        incident.topic(),
                        incident.kind(),
                        at(rise),
                        rise.scale(),
                        incident.assessment().severity(),
                        open.session().now(),
                        Set.copyOf(incident.declinedBy())));
        return route instanceof Route.Routed found
                        && found.confidence() >= parts.limits().routeConfidence()
                ? Optional.of(found.lead()).filter(body -> !incident.lead().equals(Optional.of(body)))
                : Optional.empty();
    }

    private static Location at(ScaleGrowth.Rise rise) {
        List<PlaceCandidate> places = rise.place()
                .map(place -> new PlaceCandidate(
                        place, 1, Set.of(PlaceReason.NAMED), List.of(Evidence.whole("scale", Segment.POST))))
                .map(List::of)
                .orElse(List.of());
        return new Location(places, Optional.empty(), rise.scale(), List.of());
    }
}
