package org.otklik.route;

import java.util.ArrayList;
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

    private static final Set<PlaceReason> ONLY_BY_PAGE = Set.of(PlaceReason.PAGE);

    private final List<Place> chain;
    private final List<PlaceId> possible;
    private final double confidence;
    private final boolean onlyByPage;
    private final Optional<PlaceId> municipality;
    private final Optional<PlaceId> district;

    private Whereabouts(List<Place> chain, List<PlaceId> possible, double confidence, boolean onlyByPage) {
        this.chain = chain;
        this.possible = possible;
        this.confidence = confidence;
        this.onlyByPage = onlyByPage;
        municipality = first(chain, true);
        district = first(chain, false);
    }

    /** The narrowest municipality of a chain, or its district. */
    private static Optional<PlaceId> first(List<Place> chain, boolean municipality) {
        for (int i = 0; i < chain.size(); i++) {
            Place.Kind kind = chain.get(i).kind();
            if (municipality ? kind.isMunicipality() : kind == Place.Kind.INNER_DISTRICT) {
                return Optional.of(chain.get(i).id());
            }
        }
        return Optional.empty();
    }

    static Whereabouts of(Location location, Gazetteer gazetteer) {
        List<PlaceId> possible = municipalities(location.candidates(), gazetteer);
        Optional<PlaceCandidate> best = location.best();
        double confidence = location.candidates().isEmpty()
                ? 0
                : location.candidates().get(0).score();
        List<Place> chain = List.of();
        if (best.isPresent()) {
            chain = gazetteer.path(best.get().place());
        } else if (possible.size() == 1 && confidence >= Location.SURE_ENOUGH) {
            chain = gazetteer.path(possible.get(0));
        }
        boolean onlyByPage = best.isPresent() && best.get().reasons().equals(ONLY_BY_PAGE);
        return new Whereabouts(chain, possible, confidence, onlyByPage);
    }

    private static List<PlaceId> municipalities(List<PlaceCandidate> candidates, Gazetteer gazetteer) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<PlaceId> found = new ArrayList<>(candidates.size());
        for (PlaceCandidate candidate : candidates) {
            Optional<Place> municipality = gazetteer.municipalityOf(candidate.place());
            if (municipality.isPresent() && !found.contains(municipality.get().id())) {
                found.add(municipality.get().id());
            }
        }
        return found;
    }

    /** The region itself is named: a page of the region alone says nothing, people write there about their own yard. */
    boolean isWholeRegion() {
        return chain.size() == 1 && chain.get(0).kind() == Place.Kind.REGION && !onlyByPage;
    }

    Optional<PlaceId> municipality() {
        return municipality;
    }

    Optional<PlaceId> district() {
        return district;
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
