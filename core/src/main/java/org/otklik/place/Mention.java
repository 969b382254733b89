package org.otklik.place;

import java.util.Set;
import org.otklik.text.Evidence;

/**
 * A name of the gazetteer in a text.
 *
 * @param group the places that have the name
 * @param first index of its first token
 * @param last index of its last token, inclusive
 * @param score how surely it is meant as a place; 0 if it is not, though it looks like one
 * @param exact whether it stands in the nominative, as in the gazetteer
 * @param reasons why it is a place
 * @param evidence where it stands
 */
record Mention(
        NameGroup group,
        int first,
        int last,
        double score,
        boolean exact,
        Set<PlaceReason> reasons,
        Evidence evidence) {

    boolean overlaps(Mention other) {
        return first <= other.last && other.first <= last;
    }

    boolean covers(Mention other) {
        return first == other.first && last == other.last;
    }

    int length() {
        return last - first;
    }

    /** This mention, which may also mean the places of another on the same words. */
    Mention or(Mention other) {
        return new Mention(group.with(other.group), first, last, score, exact, reasons, evidence);
    }
}
