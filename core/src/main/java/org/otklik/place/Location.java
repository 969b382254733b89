package org.otklik.place;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.otklik.text.Evidence;

/**
 * Where a post is, as far as its text and its page tell; immutable.
 *
 * @param candidates likeliest first
 * @param address a street that is named, if there is one
 * @param scale how wide the trouble reaches
 * @param scaleEvidence what the scale rests on; empty when it follows from the place alone
 */
public record Location(
        List<PlaceCandidate> candidates, Optional<AddressMention> address, Scale scale, List<Evidence> scaleEvidence) {

    /** Nothing is known. */
    public static final Location UNKNOWN = new Location(List.of(), Optional.empty(), Scale.MUNICIPAL, List.of());

    /** A candidate below this score is a hint for people and nothing to act on. */
    public static final double SURE_ENOUGH = 0.35;

    private static final double CLEAR_LEAD = 0.08;

    /** Copies the lists. */
    public Location {
        candidates = List.copyOf(candidates);
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(scale, "scale");
        scaleEvidence = List.copyOf(scaleEvidence);
    }

    /**
     * Returns the place to act on.
     *
     * @return the first candidate if it is sure enough and leads clearly; else empty, because a guess would send
     *     the post to the wrong body
     */
    public Optional<PlaceCandidate> best() {
        if (candidates.isEmpty() || candidates.get(0).score() < SURE_ENOUGH) {
            return Optional.empty();
        }
        boolean clear = candidates.size() == 1
                || candidates.get(0).score() - candidates.get(1).score() >= CLEAR_LEAD;
        return clear ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /**
     * Tells whether several candidates stand equal at the head.
     *
     * @return true if there are candidates but none to act on
     */
    public boolean isAmbiguous() {
        return !candidates.isEmpty() && best().isEmpty();
    }
}
