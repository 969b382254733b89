package org.otklik.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One stretch of a clock's wall time; immutable. The segments of an explanation touch and never overlap.
 *
 * @param from its beginning
 * @param until its end, after the beginning
 * @param kind what the stretch meant
 * @param reason the code of the reason of a pause, empty for every other kind
 */
public record ClockSegment(Instant from, Instant until, SegmentKind kind, Optional<String> reason) {

    /** Checks that the segment has a length. */
    public ClockSegment {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("A segment from " + from + " cannot end at " + until + ".");
        }
    }

    /**
     * Returns how long the stretch was.
     *
     * @return wall time
     */
    public Duration length() {
        return Duration.between(from, until);
    }
}
