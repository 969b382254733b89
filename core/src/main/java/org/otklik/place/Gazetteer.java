package org.otklik.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.id.PlaceId;
import org.otklik.post.GeoPoint;

/** The region's places with what they lie in; validated, immutable and thread-safe. */
public final class Gazetteer {

    private final Map<PlaceId, Place> places;
    private final List<Place> mapped;
    private final Map<PlaceId, Standing> standings;

    /** Where a place stands: its path, and the municipality on it; asked for at every post. */
    private record Standing(List<Place> path, Optional<Place> municipality) {

        static final Standing NOWHERE = new Standing(List.of(), Optional.empty());
    }

    private Gazetteer(List<Place> list) {
        Map<PlaceId, Place> byId = new LinkedHashMap<>();
        list.forEach(place -> byId.put(place.id(), place));
        places = Collections.unmodifiableMap(byId);
        mapped = list.stream().filter(place -> place.area().isPresent()).toList();
        Map<PlaceId, Standing> known = new HashMap<>();
        list.forEach(place -> known.put(place.id(), standing(place)));
        standings = Map.copyOf(known);
    }

    private Standing standing(Place place) {
        List<Place> path = new ArrayList<>();
        for (Optional<Place> at = Optional.of(place);
                at.isPresent();
                at = at.get().parent().flatMap(this::find)) {
            path.add(at.get());
        }
        Optional<Place> municipality =
                path.stream().filter(wider -> wider.kind().isMunicipality()).findFirst();
        return new Standing(List.copyOf(path), municipality);
    }

    /**
     * Makes a gazetteer.
     *
     * @param places all places of the region
     * @return the gazetteer
     * @throws IllegalArgumentException naming all mistakes at once
     */
    public static Gazetteer of(List<Place> places) {
        List<String> mistakes = mistakes(places);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException("The places make no gazetteer: " + String.join(" ", mistakes));
        }
        return new Gazetteer(places);
    }

    /**
     * Finds everything that is wrong with places, for those who load them from files.
     *
     * @param places any places
     * @return one sentence for each mistake; empty if there is none
     */
    public static List<String> mistakes(List<Place> places) {
        List<String> mistakes = new ArrayList<>();
        Map<PlaceId, Place> byId = new HashMap<>();
        for (Place place : places) {
            if (byId.put(place.id(), place) != null) {
                mistakes.add("Place " + place.id() + " stands twice.");
            }
        }
        places.forEach(place -> checkParent(place, byId, mistakes));
        return List.copyOf(mistakes);
    }

    private static void checkParent(Place place, Map<PlaceId, Place> byId, List<String> mistakes) {
        if (place.parent().isEmpty()) {
            if (place.kind() != Place.Kind.REGION) {
                mistakes.add("Place " + place.id() + " lies in nothing; only the region may.");
            }
            return;
        }
        Place parent = byId.get(place.parent().get());
        if (parent == null) {
            mistakes.add("Place " + place.id() + " lies in the unknown place "
                    + place.parent().get() + ".");
        } else if (parent.kind().compareTo(place.kind()) >= 0) {
            mistakes.add("Place " + place.id() + " lies in " + parent.id() + ", which is no wider kind of place.");
        }
    }

    /**
     * Finds a place.
     *
     * @param id its id
     * @return the place, if the gazetteer has it
     */
    public Optional<Place> find(PlaceId id) {
        return Optional.ofNullable(places.get(id));
    }

    /**
     * Lists all places.
     *
     * @return in the order in which they were given
     */
    public Collection<Place> all() {
        return places.values();
    }

    /**
     * Lists urban okrugs and municipal districts.
     *
     * @return in the order in which they were given
     */
    public List<Place> municipalities() {
        return places.values().stream()
                .filter(place -> place.kind().isMunicipality())
                .toList();
    }

    /**
     * Lists a place and those that it lies in.
     *
     * @param id a place
     * @return the place first, the region last; empty if the gazetteer does not have it
     */
    public List<Place> path(PlaceId id) {
        return standings.getOrDefault(id, Standing.NOWHERE).path();
    }

    /**
     * Tells the municipality of a place.
     *
     * @param id a place
     * @return itself or the municipality that it lies in; empty for the region and for unknown places
     */
    public Optional<Place> municipalityOf(PlaceId id) {
        return standings.getOrDefault(id, Standing.NOWHERE).municipality();
    }

    /**
     * Finds the narrowest place whose area holds a point.
     *
     * @param point any point
     * @return the place; empty if no area holds the point, or no place has one
     */
    public Optional<Place> at(GeoPoint point) {
        Place narrowest = null;
        for (Place place : mapped) {
            boolean narrower = narrowest == null || place.kind().compareTo(narrowest.kind()) > 0;
            if (narrower && place.area().orElseThrow().contains(point)) {
                narrowest = place;
            }
        }
        return Optional.ofNullable(narrowest);
    }

    /**
     * Tells whether a place is another or lies in it.
     *
     * @param id the place that may be narrower
     * @param wider the place that may be wider
     * @return true if it does
     */
    public boolean isWithin(PlaceId id, PlaceId wider) {
        List<Place> path = path(id);
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).id().equals(wider)) {
                return true;
            }
        }
        return false;
    }
}
