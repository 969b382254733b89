package org.otklik.place;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.otklik.id.PlaceId;

/**
 * A place of the region; immutable.
 *
 * @param id a stable slug
 * @param name the Russian name without a kind word, in the nominative: {@code Сызрань}, {@code Волжский} (a municipal
 *     or inner district), {@code Кинель-Черкассы}; for the region {@code Самарская область}
 * @param nameEn the English name, if there is one
 * @param kind what it is
 * @param type its kind word as the classifier abbreviates it ({@code с}, {@code д}, {@code п}, {@code пгт}, {@code ст},
 *     {@code мкр}); tells namesakes of one municipality apart
 * @param parent the place that it lies in; absent for the region
 * @param oktmo its code in the ОКТМО register, if it has one
 * @param population how many people live there, if known
 * @param aliases other names that people use, in the nominative: old names, short forms
 * @param area what it covers on the map, if known; a post with co-ordinates in it is of this place
 * @param validFrom first day on which the place exists in this form; absent means ever
 * @param validTo last such day; absent means no end
 */
public record Place(
        PlaceId id,
        String name,
        Optional<String> nameEn,
        Kind kind,
        Optional<String> type,
        Optional<PlaceId> parent,
        Optional<String> oktmo,
        Optional<Population> population,
        List<String> aliases,
        Optional<Area> area,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo) {

    /** The kinds of places, from the widest to the narrowest. */
    public enum Kind {
        /** The subject of the federation. */
        REGION,
        /** An urban okrug: a city that is a municipality (городской округ). */
        URBAN_OKRUG,
        /** A municipal district (муниципальный район) or municipal okrug. */
        MUNICIPAL_DISTRICT,
        /** A district inside a city (внутригородской район). */
        INNER_DISTRICT,
        /** A town, village or hamlet within a municipality. */
        SETTLEMENT;

        /**
         * Tells whether a place of this kind is a municipality of the upper level, which has an administration.
         *
         * @return true for urban okrugs and municipal districts
         */
        public boolean isMunicipality() {
            return this == URBAN_OKRUG || this == MUNICIPAL_DISTRICT;
        }
    }

    /** Checks the parts. */
    public Place {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        if (name.isBlank()) {
            throw new IllegalArgumentException("Place " + id + " needs a name.");
        }
        aliases = List.copyOf(aliases);
        if (validFrom.isPresent() && validTo.isPresent() && validTo.get().isBefore(validFrom.get())) {
            throw new IllegalArgumentException("Place " + id + " ends before it begins.");
        }
    }

    /**
     * Returns a place without code, population and aliases.
     *
     * @param id a slug
     * @param name in the nominative
     * @param kind what it is
     * @param parent the place that it lies in, empty for the region
     * @return the place
     */
    public static Place of(String id, String name, Kind kind, Optional<PlaceId> parent) {
        return new Place(
                PlaceId.of(id),
                name,
                Optional.empty(),
                kind,
                Optional.empty(),
                parent,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Returns this place with other names.
     *
     * @param names in the nominative
     * @return a copy
     */
    public Place withAliases(List<String> names) {
        return new Place(id, name, nameEn, kind, type, parent, oktmo, population, names, area, validFrom, validTo);
    }

    /**
     * Returns this place with its kind word.
     *
     * @param word as the classifier abbreviates it, such as {@code с} or {@code ст}
     * @return a copy
     */
    public Place withType(String word) {
        return new Place(
                id,
                name,
                nameEn,
                kind,
                Optional.of(word),
                parent,
                oktmo,
                population,
                aliases,
                area,
                validFrom,
                validTo);
    }

    /**
     * Returns this place as it exists between two days.
     *
     * @param from first day; empty for ever
     * @param to last day; empty for no end
     * @return a copy
     */
    public Place withValidity(Optional<LocalDate> from, Optional<LocalDate> to) {
        return new Place(id, name, nameEn, kind, type, parent, oktmo, population, aliases, area, from, to);
    }

    /**
     * Returns this place with what it covers on the map.
     *
     * @param covered its area
     * @return a copy
     */
    public Place withArea(Area covered) {
        return new Place(
                id,
                name,
                nameEn,
                kind,
                type,
                parent,
                oktmo,
                population,
                aliases,
                Optional.of(covered),
                validFrom,
                validTo);
    }

    /**
     * Tells whether the place exists on a day.
     *
     * @param day a day in the region's zone
     * @return true within validity
     */
    public boolean isValidOn(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true)
                && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }

    /**
     * Returns the name with its kind word, as people read it in a list.
     *
     * @return such as {@code Волжский район} or {@code Тольятти}
     */
    public String title() {
        boolean district = kind == Kind.MUNICIPAL_DISTRICT || kind == Kind.INNER_DISTRICT;
        return district && !name.toLowerCase(Locale.ROOT).endsWith("район") ? name + " район" : name;
    }
}
