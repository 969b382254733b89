package org.otklik.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is told when a clock runs over, level by level; immutable and pure.
 *
 * <p>The level is derived from the clock, never stored as a state: an answer takes it back to none.
 *
 * @param levels from the lowest, numbered without a gap, each harder to reach than the one before
 */
public record EscalationLadder(List<EscalationLevel> levels) {

    /** Checks that the levels climb. */
    public EscalationLadder {
        levels = List.copyOf(levels);
        List<String> mistakes = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            EscalationLevel level = levels.get(i);
            if (level.level() != i + 1) {
                mistakes.add("Level " + level.level() + " stands where " + (i + 1) + " is expected.");
            }
            if (i > 0 && !climbs(levels.get(i - 1), level)) {
                mistakes.add("Level " + level.level() + " is not harder to reach than the one before.");
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidSlaException("escalation ladder", mistakes);
        }
    }

    /**
     * Returns a ladder.
     *
     * @param levels from the lowest; none for a ladder that never escalates
     * @return the ladder
     * @throws InvalidSlaException if the levels do not climb
     */
    public static EscalationLadder of(EscalationLevel... levels) {
        return new EscalationLadder(List.of(levels));
    }

    /**
     * Returns the level that a clock has reached.
     *
     * @param clock a clock
     * @param asOf the instant of judgement
     * @param calendar the calendar of its target
     * @return the highest level reached; empty if none, or if the clock has ended
     */
    public Optional<EscalationLevel> level(SlaClock clock, Instant asOf, WorkCalendar calendar) {
        if (!clock.state().isLive()) {
            return Optional.empty();
        }
        Duration over = clock.elapsed(asOf, calendar).minus(clock.target().length());
        return level(clock.usedPercent(asOf, calendar), over);
    }

    /**
     * Returns the level for a share and an overrun.
     *
     * @param usedPercent the share of the target that is used up
     * @param overrun working time beyond the target, negative before the deadline
     * @return the highest level reached, empty if none
     */
    public Optional<EscalationLevel> level(int usedPercent, Duration overrun) {
        Duration over = overrun.isNegative() ? Duration.ZERO : overrun;
        return levels.stream()
                .filter(level -> level.isReached(usedPercent, over))
                .reduce((lower, higher) -> higher);
    }

    private static boolean climbs(EscalationLevel lower, EscalationLevel higher) {
        return higher.percent() >= lower.percent()
                && higher.overrun().compareTo(lower.overrun()) >= 0
                && (higher.percent() > lower.percent() || higher.overrun().compareTo(lower.overrun()) > 0);
    }
}
