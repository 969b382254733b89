package org.otklik.sla;

import java.time.Instant;
import java.util.Optional;

/**
 * What today's policy would make of a clock that runs by an earlier one; immutable.
 *
 * @param clock which clock
 * @param before its target as it was set, with the version of that policy
 * @param after its target by today's policy; its start stays
 * @param deadlineBefore when it is due now; empty while it is paused or its calendar ends before
 * @param deadlineAfter when it would be due, perhaps in the past
 */
public record ClockRevision(
        ClockName clock,
        ClockTarget before,
        ClockTarget after,
        Optional<Instant> deadlineBefore,
        Optional<Instant> deadlineAfter) {}
