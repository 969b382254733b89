package org.otklik.place;

import java.util.List;

/**
 * Places that share a name, as the automaton knows them.
 *
 * @param places one or more
 * @param type how the name speaks of them
 * @param common whether the name is an everyday word too
 * @param adjective whether it has the form of an adjective, as street names have
 */
record NameGroup(List<Place> places, Type type, boolean common, boolean adjective) {

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
}
