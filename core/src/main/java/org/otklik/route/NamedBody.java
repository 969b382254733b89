package org.otklik.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.place.Gazetteer;
import org.otklik.place.Place;

/**
 * What a pattern names at every place, worked out beforehand; immutable.
 *
 * <p>To make a body's id anew for every matter would cost more than all the rest of routing.
 */
final class NamedBody {

    private final BodyPattern pattern;
    private final boolean needsMunicipality;
    private final boolean needsDistrict;
    private final Optional<BodyId> always;
    private final Map<PlaceId, Optional<BodyId>> byPlace = new HashMap<>();

    NamedBody(BodyPattern pattern, Gazetteer gazetteer) {
        this.pattern = pattern;
        needsMunicipality = pattern.needsMunicipality();
        needsDistrict = pattern.needsDistrict();
        always = needsMunicipality || needsDistrict ? Optional.empty() : Optional.of(pattern.at(Optional.empty()));
        for (Place place : gazetteer.all()) {
            if (needsMunicipality ? place.kind().isMunicipality() : needsDistrict && isDistrict(place)) {
                byPlace.put(place.id(), Optional.of(pattern.at(Optional.of(place.id()))));
            }
        }
    }

    private static boolean isDistrict(Place place) {
        return place.kind() == Place.Kind.INNER_DISTRICT;
    }

    boolean needsMunicipality() {
        return needsMunicipality;
    }

    boolean needsDistrict() {
        return needsDistrict;
    }

    Optional<BodyId> resolve(Whereabouts where) {
        if (!needsMunicipality && !needsDistrict) {
            return always;
        }
        Optional<PlaceId> place = needsMunicipality ? where.municipality() : where.district();
        return place.isPresent() ? at(place.get()) : Optional.empty();
    }

    private Optional<BodyId> at(PlaceId place) {
        Optional<BodyId> known = byPlace.get(place);
        return known == null ? Optional.of(pattern.at(Optional.of(place))) : known;
    }

    List<BodyId> resolveAll(Whereabouts where) {
        if (!needsMunicipality || !where.ambiguous()) {
            Optional<BodyId> body = resolve(where);
            return body.isPresent() ? List.of(body.get()) : List.of();
        }
        return where.possibleMunicipalities().stream()
                .flatMap(place -> at(place).stream())
                .toList();
    }
}
