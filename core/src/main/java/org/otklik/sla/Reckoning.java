package org.otklik.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arithmetic of one clock: wall time cut by pauses and by the hours of a calendar.
 *
 * <p>A pause that an end has cut short is known by its end, so the time after the last pause of an ended clock counts
 * as open only if the clock was running when it ended.
 */
record Reckoning(Instant start, List<ClockPause> pauses, Optional<Instant> endedAt, WorkCalendar calendar) {

    /**
     * The instant at which this much has been worked; empty if a pause that lasts, or lasted to the end, comes first.
     */
    Optional<Instant> reaches(Duration work) {
        Duration left = work;
        Instant from = start;
        for (ClockPause pause : pauses) {
            Duration run = calendar.between(from, pause.from());
            if (left.compareTo(run) <= 0) {
                return Optional.of(calendar.add(from, left));
            }
            left = left.minus(run);
            if (lasts(pause)) {
                return Optional.empty();
            }
            from = resumed(pause, from);
        }
        return Optional.of(calendar.add(from, left));
    }

    /** The working time up to an instant. */
    Duration worked(Instant until) {
        Duration sum = Duration.ZERO;
        Instant from = start;
        for (ClockPause pause : pauses) {
            sum = sum.plus(calendar.between(from, Instants.earlier(pause.from(), until)));
            from = resumed(pause, until);
        }
        return sum.plus(calendar.between(from, until));
    }

    /** The wall time up to an instant, cut into segments without a gap. */
    List<ClockSegment> segments(Instant until) {
        List<ClockSegment> segments = new ArrayList<>();
        Instant from = start;
        for (ClockPause pause : pauses) {
            addRun(segments, from, Instants.earlier(pause.from(), until));
            Instant end = Instants.earlier(resumed(pause, until), until);
            addPause(segments, pause, end);
            from = end;
        }
        addRun(segments, from, until);
        return List.copyOf(segments);
    }

    private boolean lasts(ClockPause pause) {
        return pause.until().isEmpty() || pause.until().equals(endedAt);
    }

    private static Instant resumed(ClockPause pause, Instant otherwise) {
        return pause.until().orElse(otherwise);
    }

    private void addRun(List<ClockSegment> segments, Instant from, Instant until) {
        Instant at = from;
        for (OpenInterval open : calendar.openIntervals(from, until)) {
            add(segments, at, open.from(), SegmentKind.OFF_HOURS, Optional.empty());
            add(segments, open.from(), open.until(), SegmentKind.WORKED, Optional.empty());
            at = open.until();
        }
        add(segments, at, until, SegmentKind.OFF_HOURS, Optional.empty());
    }

    private static void addPause(List<ClockSegment> segments, ClockPause pause, Instant until) {
        add(segments, pause.from(), until, SegmentKind.PAUSED, Optional.of(pause.reason()));
    }

    private static void add(
            List<ClockSegment> segments, Instant from, Instant until, SegmentKind kind, Optional<String> reason) {
        if (!from.isBefore(until)) {
            return;
        }
        int last = segments.size() - 1;
        if (last >= 0 && kind != SegmentKind.PAUSED && segments.get(last).kind() == kind) {
            segments.set(last, new ClockSegment(segments.get(last).from(), until, kind, reason));
        } else {
            segments.add(new ClockSegment(from, until, kind, reason));
        }
    }
}
