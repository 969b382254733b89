package org.otklik.sla;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a clock must keep: a length of working time on a calendar, with the moments of its warnings; immutable.
 *
 * @param length the time allowed, in working time of the calendar, longer than zero
 * @param calendar the calendar that the length is counted on
 * @param warnPercents shares of the length after which to warn, 1 to 99, in ascending order; may be empty
 * @param policyVersion the version of the policy that set the target, kept so that later rules change no past clock
 */
public record ClockTarget(Duration length, CalendarCode calendar, List<Integer> warnPercents, String policyVersion) {

    /** Checks the values and sorts the warnings. */
    public ClockTarget {
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(policyVersion, "policyVersion");
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("A clock target must be longer than zero, but is " + length + ".");
        }
        warnPercents = warnPercents.stream().sorted().distinct().toList();
        for (int percent : warnPercents) {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException(
                        "A warning must come after 1 to 99 percent of the time, but " + percent + " was given.");
            }
        }
    }

    /**
     * Returns a target counted around the clock, with one warning.
     *
     * @param length the time allowed, longer than zero
     * @param warnPercent the share of the length after which to warn, 1 to 99
     * @param policyVersion the version of the policy that set the target
     * @return the target on the calendar {@code 24x7}
     */
    public static ClockTarget aroundTheClock(Duration length, int warnPercent, String policyVersion) {
        return new ClockTarget(length, CalendarCode.ALWAYS, List.of(warnPercent), policyVersion);
    }

    /**
     * Returns the working time after which a share of the target is used up.
     *
     * @param percent the share, 0 to 100 and beyond
     * @return that share of the length
     */
    public Duration share(int percent) {
        return length.multipliedBy(percent).dividedBy(100);
    }
}
