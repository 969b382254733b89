package org.otklik.place;

import java.util.Set;
import org.otklik.text.Evidence;

/** A name of the gazetteer that a text was found to mean as a place. */
record Mention(NameGroup group, int first, int last, double score, Set<PlaceReason> reasons, Evidence evidence) {

    boolean overlaps(Mention other) {
        return first <= other.last && other.first <= last;
    }

    int length() {
        return last - first;
    }
}
