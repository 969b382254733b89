package org.otklik.internal.region;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.otklik.id.PlaceId;
import org.otklik.place.Area;
import org.otklik.place.Place;
import org.otklik.place.Population;

/** Reads {@code places.csv}: the gazetteer. */
final class PlacesFile {

    static final String NAME = "places.csv";

    private static final String[] COLUMNS = {
        "id", "name", "en", "kind", "type", "parent", "oktmo", "population", "populationDate", "aliases"
    };

    private static final List<String> OPTIONAL = List.of("area", "from", "until");

    private PlacesFile() {}

    static FileContent<Place> read(PackFiles files) {
        FileContent<Place> places =
                FileContent.of(files.table(NAME, List.of(COLUMNS), OPTIONAL), PlacesFile::place, Place::id, "place");
        List<Located<Place>> coded = places.sound().stream()
                .filter(place -> place.value().oktmo().isPresent())
                .toList();
        Located.distinct(coded, place -> place.oktmo().orElseThrow(), "oktmo");
        return places;
    }

    private static Optional<Place> place(Entry entry) {
        Optional<PlaceId> id = entry.needed("id", PlaceId::of, "value.id");
        String name = entry.required("name");
        Optional<String> en = entry.text("en");
        Optional<Place.Kind> kind = entry.choice("kind", Place.Kind.class);
        Optional<String> type = entry.text("type");
        Optional<PlaceId> parent = entry.optional("parent", PlaceId::of, "value.id");
        Optional<String> oktmo = entry.optional("oktmo", PlacesFile::oktmo, "value.oktmo");
        Optional<Population> population = population(entry, kind);
        List<String> aliases = entry.texts("aliases");
        Optional<Area> area = entry.optional("area", Area::parse, "value.area");
        Optional<LocalDate> from = entry.optional("from", LocalDate::parse, "value.date");
        Optional<LocalDate> until = entry.optional("until", LocalDate::parse, "value.date");
        return entry.build(() -> new Place(
                id.orElseThrow(),
                name,
                en,
                kind.orElseThrow(),
                type,
                parent,
                oktmo,
                population,
                aliases,
                area,
                from,
                until));
    }

    private static Optional<Population> population(Entry entry, Optional<Place.Kind> kind) {
        boolean needed = kind.filter(Place.Kind::isMunicipality).isPresent();
        if (!needed && entry.text("population").isEmpty()) {
            entry.text("populationDate");
            return Optional.empty();
        }
        Optional<Long> count = entry.needed("population", PlacesFile::count, "value.number");
        Optional<LocalDate> date = entry.needed("populationDate", LocalDate::parse, "value.date");
        return count.flatMap(people -> date.map(day -> new Population(people, day)));
    }

    private static long count(String text) {
        long count = Long.parseLong(text);
        if (count < 0) {
            throw new IllegalArgumentException(text);
        }
        return count;
    }

    private static String oktmo(String text) {
        if (!text.matches("\\d{8}(\\d{3})?")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
