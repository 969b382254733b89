package org.otklik.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.otklik.text.Tokens;

/**
 * Places that share a name, as the automaton knows them.
 *
 * @param places one or more
 * @param type how the name speaks of them
 * @param traits what else the name may be
 * @param nominative hashes of the name's words as the gazetteer has them; for a district only as many as it has words
 */
@SuppressWarnings("ArrayRecordComponent") // read by index only, never compared
record NameGroup(List<Place> places, Type type, NameTraits traits, long[] nominative) {

    enum Type {
        /** The name of a town or village. */
        NAME,
        /** An adjective with the word «район», or the region's full name. */
        FULL,
        /** An adjective of a city or its inhabitants. */
        ADJECTIVE
    }

    boolean isMunicipality() {
        return places.get(0).kind().isMunicipality();
    }

    /** Tells whether one of the places does not exist on all days. */
    boolean isDated() {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).validFrom().isPresent() || places.get(i).validTo().isPresent()) {
                return true;
            }
        }
        return false;
    }

    boolean isTown() {
        return places.get(0).kind() == Place.Kind.URBAN_OKRUG;
    }

    boolean isExact(Tokens tokens, int first, int last) {
        if (last - first + 1 != nominative.length) {
            return false;
        }
        for (int i = first; i <= last; i++) {
            if (tokens.word(i) != nominative[i - first]) {
                return false;
            }
        }
        return true;
    }

    NameGroup with(NameGroup other) {
        List<Place> both = new ArrayList<>(places);
        other.places.stream().filter(place -> !both.contains(place)).forEach(both::add);
        return new NameGroup(List.copyOf(both), type, traits, nominative);
    }

    /** This group without the places that another kind word names. */
    NameGroup only(List<Place> some) {
        return some.size() == places.size() ? this : new NameGroup(some, type, traits, nominative);
    }

    @Override
    public String toString() {
        return type + " of " + places + " " + Arrays.toString(nominative);
    }
}
