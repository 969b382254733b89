package org.otklik.benchmarks.place;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.otklik.id.PlaceId;
import org.otklik.place.Gazetteer;
import org.otklik.place.Place;

/** A small gazetteer of the Kursk region, and which municipality each executor of its appeals speaks for. */
final class KurskPlaces {

    private final Gazetteer gazetteer;
    private final Map<String, PlaceId> executors = new HashMap<>();

    KurskPlaces() {
        List<Place> places = Table.read("org/otklik/benchmarks/place/kursk-places.csv").stream()
                .map(KurskPlaces::place)
                .toList();
        gazetteer = Gazetteer.of(places);
        for (Place place : gazetteer.all()) {
            boolean district = place.kind() == Place.Kind.MUNICIPAL_DISTRICT;
            boolean town = place.kind() == Place.Kind.URBAN_OKRUG || place.kind() == Place.Kind.SETTLEMENT;
            gazetteer.municipalityOf(place.id()).ifPresent(municipality -> {
                if (district) {
                    String genitive = NameInCases.of(place.name(), Case.GENITIVE, true);
                    put("администрация " + genitive + " района", municipality.id());
                } else if (town) {
                    put("администрация города " + place.name(), municipality.id());
                    put("администрация города " + NameInCases.of(place.name(), Case.GENITIVE, true), municipality.id());
                    put("администрация г. " + NameInCases.of(place.name(), Case.GENITIVE, true), municipality.id());
                }
            });
        }
    }

    private void put(String executor, PlaceId place) {
        executors.putIfAbsent(executor.toLowerCase(Locale.ROOT), place);
    }

    private static Place place(Map<String, String> row) {
        String parent = row.getOrDefault("parent", "");
        String aliases = row.getOrDefault("aliases", "");
        Place place = Place.of(
                row.getOrDefault("id", ""),
                row.getOrDefault("name", ""),
                Place.Kind.valueOf(row.getOrDefault("kind", "")),
                parent.isEmpty() ? Optional.empty() : Optional.of(PlaceId.of(parent)));
        return aliases.isEmpty() ? place : place.withAliases(List.of(aliases.split("\\|")));
    }

    Gazetteer gazetteer() {
        return gazetteer;
    }

    /** The municipality of an executor; none for bodies of the region. Committees and districts of Kursk are the city. */
    Optional<PlaceId> of(String executor) {
        String name = executor.toLowerCase(Locale.ROOT);
        return name.endsWith(" города курска")
                ? Optional.of(PlaceId.of("kursk"))
                : Optional.ofNullable(executors.get(name));
    }
}
