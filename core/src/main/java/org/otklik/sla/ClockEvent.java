package org.otklik.sla;

import java.time.Instant;
import java.util.Objects;

/**
 * One thing that happened to a clock; immutable, and free of personal data by shape: names, times and codes only.
 *
 * <p>Events are stored as they are and folded by {@link SlaClock}; a component is never renamed or removed.
 */
public sealed interface ClockEvent {

    /**
     * Returns the clock that the event belongs to.
     *
     * @return the clock's name
     */
    ClockName clock();

    /**
     * Returns the instant that counts, which may lie before the event was recorded.
     *
     * @return for a start the anchor, for an answer the network's own time
     */
    Instant at();

    /**
     * The clock began to count, for the first time or, after it had ended, anew.
     *
     * @param clock the clock
     * @param at where counting begins: the anchor of the policy
     * @param target what to keep
     */
    record Started(ClockName clock, Instant at, ClockTarget target) implements ClockEvent {
        /** Checks that nothing is missing. */
        public Started {
            require(clock, at);
            Objects.requireNonNull(target, "target");
        }
    }

    /**
     * The clock was paused.
     *
     * @param clock the clock
     * @param at when; an instant before the last change counts as that change
     * @param reason a code from the region's list of reasons, never free text
     */
    record Paused(ClockName clock, Instant at, String reason) implements ClockEvent {
        /** Checks that nothing is missing. */
        public Paused {
            require(clock, at);
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The clock counts again after a pause.
     *
     * @param clock the clock
     * @param at when; an instant before the pause counts as the beginning of the pause
     */
    record Resumed(ClockName clock, Instant at) implements ClockEvent {
        /** Checks that nothing is missing. */
        public Resumed {
            require(clock, at);
        }
    }

    /**
     * The clock was given another target; its start stays, warnings and breach are judged anew.
     *
     * @param clock the clock
     * @param at when that was decided
     * @param target what to keep from now on, counted from the same start
     */
    record Retargeted(ClockName clock, Instant at, ClockTarget target) implements ClockEvent {
        /** Checks that nothing is missing. */
        public Retargeted {
            require(clock, at);
            Objects.requireNonNull(target, "target");
        }
    }

    /**
     * The start was moved earlier, as when an older incident is merged into this one; never later.
     *
     * @param clock the clock
     * @param at when that was decided
     * @param start the earlier start
     */
    record Reanchored(ClockName clock, Instant at, Instant start) implements ClockEvent {
        /** Checks that nothing is missing. */
        public Reanchored {
            require(clock, at);
            Objects.requireNonNull(start, "start");
        }
    }

    /**
     * What the clock waited for has happened.
     *
     * @param clock the clock
     * @param at when it happened, which may be before it was learned of
     */
    record Stopped(ClockName clock, Instant at) implements ClockEvent {
        /** Checks that nothing is missing. */
        public Stopped {
            require(clock, at);
        }
    }

    /**
     * The clock was ended without a result.
     *
     * @param clock the clock
     * @param at when
     * @param reason a code from the region's list of reasons, never free text
     */
    record Cancelled(ClockName clock, Instant at, String reason) implements ClockEvent {
        /** Checks that nothing is missing. */
        public Cancelled {
            require(clock, at);
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A warning was due and has been given out; recorded so that it is given once.
     *
     * @param clock the clock
     * @param at when the warning was due
     * @param percent the share of the target that was used up
     */
    record Warned(ClockName clock, Instant at, int percent) implements ClockEvent {
        /** Checks that nothing is missing. */
        public Warned {
            require(clock, at);
        }
    }

    /**
     * The deadline came and the breach has been given out; recorded so that it is given once.
     *
     * @param clock the clock
     * @param at the deadline
     */
    record Breached(ClockName clock, Instant at) implements ClockEvent {
        /** Checks that nothing is missing. */
        public Breached {
            require(clock, at);
        }
    }

    private static void require(ClockName clock, Instant at) {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(at, "at");
    }
}
