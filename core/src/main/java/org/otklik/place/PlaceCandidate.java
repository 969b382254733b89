package org.otklik.place;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.otklik.id.PlaceId;
import org.otklik.text.Evidence;

/**
 * A place that a post may be about; immutable.
 *
 * @param place which place
 * @param score how sure, 0 to 1
 * @param reasons why
 * @param evidence where it was found; never empty
 */
public record PlaceCandidate(PlaceId place, double score, Set<PlaceReason> reasons, List<Evidence> evidence) {

    /** Checks the parts. */
    public PlaceCandidate {
        Objects.requireNonNull(place, "place");
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score lies between 0 and 1, not at " + score + ".");
        }
        evidence = List.copyOf(evidence);
        if (reasons.isEmpty() || evidence.isEmpty()) {
            throw new IllegalArgumentException("A candidate needs reasons and evidence: " + place + ".");
        }
        reasons = Collections.unmodifiableSet(EnumSet.copyOf(reasons));
    }
}
