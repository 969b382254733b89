package org.otklik.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a clock stands where it stands; immutable data without words, so that any language can be made of it.
 *
 * @param clock the clock
 * @param target what it must keep
 * @param startedAt its start
 * @param asOf the instant of judgement, or the end of the clock if that came first
 * @param timeliness how it stands
 * @param deadline when the target runs or ran out; empty while a pause leaves that open, or if cancelled
 * @param worked the working time used
 * @param remaining the working time left, zero if none
 * @param segments the wall time from start to {@code asOf}, in order, without a gap
 */
public record ClockExplanation(
        ClockName clock,
        ClockTarget target,
        Instant startedAt,
        Instant asOf,
        Timeliness timeliness,
        Optional<Instant> deadline,
        Duration worked,
        Duration remaining,
        List<ClockSegment> segments) {

    /** Copies the segments. */
    public ClockExplanation {
        segments = List.copyOf(segments);
    }

    /**
     * Returns the wall time spent in one kind of segment.
     *
     * @param kind the kind
     * @return the sum of the lengths of its segments
     */
    public Duration total(SegmentKind kind) {
        return segments.stream()
                .filter(segment -> segment.kind() == kind)
                .map(ClockSegment::length)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
