package org.otklik.route;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.PlaceId;
import org.otklik.place.Gazetteer;
import org.otklik.place.Location;
import org.otklik.place.Place;
import org.otklik.place.PlaceCandidate;
import org.otklik.place.PlaceReason;

/**
 * A location as routing needs it: the place to act on with everything around it; immutable.
 *
 * <p>Candidates that all lie in one municipality leave no doubt who must act, so they count as that municipality.
 */
final class Whereabouts {

    private final List<Place> chain;
    private final List<PlaceId> possible;
    private final double confidence;
    private final boolean onlyByPage;

    private Whereabouts(List<Place> chain, List<PlaceId> possible, double confidence, boolean onlyByPage) {
        this.chain = chain;
        this.possible = possible;
        this.confidence = confidence;
        this.onlyByPage = onlyByPage;
    }

    static Whereabouts of(Location location, Gazetteer gazetteer) {
        List<PlaceId> possible = location.candidates().stream()
                .flatMap(candidate -> gazetteer.municipalityOf(candidate.place()).stream())
                .map(Place::id)
                .distinct()
                .toList();
        double confidence = location.candidates().stream()
                .findFirst()
                .map(PlaceCandidate::score)
                .orElse(0.0);
        Optional<PlaceId> at = location.best().map(PlaceCandidate::place);
        if (at.isEmpty() && possible.size() == 1 && confidence >= Location.SURE_ENOUGH) {
            at = Optional.of(possible.get(0));
        }
        boolean onlyByPage = location.best()
                .filter(best -> best.reasons().equals(Set.of(PlaceReason.PAGE)))
                .isPresent();
        return new Whereabouts(at.map(gazetteer::path).orElse(List.of()), possible, confidence, onlyByPage);
    }

    /** The region itself is named: a page of the region alone says nothing, people write there about their own yard. */
    boolean isWholeRegion() {
        return chain.size() == 1 && chain.get(0).kind() == Place.Kind.REGION && !onlyByPage;
    }

    Set<PlaceId> chain() {
        Set<PlaceId> ids = new LinkedHashSet<>();
        chain.forEach(place -> ids.add(place.id()));
        return ids;
    }

    Optional<PlaceId> municipality() {
        return chain.stream()
                .filter(place -> place.kind().isMunicipality())
                .map(Place::id)
                .findFirst();
    }

    Optional<PlaceId> district() {
        return chain.stream()
                .filter(place -> place.kind() == Place.Kind.INNER_DISTRICT)
                .map(Place::id)
                .findFirst();
    }

    boolean ambiguous() {
        return municipality().isEmpty() && possible.size() > 1;
    }

    List<PlaceId> possibleMunicipalities() {
        return possible;
    }

    double confidence() {
        return confidence;
    }

    /** How near the nearest of these places stands: more is nearer, zero for none. */
    int closeness(Set<PlaceId> places) {
        for (int i = 0; i < chain.size(); i++) {
            if (places.contains(chain.get(i).id())) {
                return chain.size() - i;
            }
        }
        return 0;
    }

    boolean within(Set<PlaceId> places) {
        return places.isEmpty() || closeness(places) > 0;
    }
}
