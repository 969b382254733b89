package org.otklik.sla;

import java.time.Duration;
import java.util.List;

/**
 * One step of an {@link EscalationLadder}; immutable.
 *
 * @param level its number, from 1
 * @param percent the share of the target that must be used up, 1 or more; 100 is the deadline
 * @param overrun the working time that must have passed beyond the target, zero if the share is enough
 * @param recipients codes of the roles to be told, at least one
 */
public record EscalationLevel(int level, int percent, Duration overrun, List<String> recipients) {

    /** Checks the values. */
    public EscalationLevel {
        recipients = List.copyOf(recipients);
        if (level < 1 || percent < 1 || overrun.isNegative() || recipients.isEmpty()) {
            throw new IllegalArgumentException("The escalation level " + level + " (" + percent + " percent, overrun "
                    + overrun + ", recipients " + recipients
                    + ") needs a number and a percentage of 1 or more, no negative overrun, and a recipient.");
        }
    }

    boolean isReached(int usedPercent, Duration over) {
        return usedPercent >= percent && over.compareTo(overrun) >= 0;
    }
}
