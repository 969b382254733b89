package org.otklik.sla;

import java.time.Duration;

/**
 * Decides how long each step of a case may take.
 *
 * <p>An implementation is thread-safe, has no memory and no clock of its own: the same subject always gets the same
 * terms, or the policy version differs.
 */
@FunctionalInterface
public interface SlaPolicy {

    /**
     * Returns the terms of a case.
     *
     * @param subject what is known of the case
     * @return its targets and limits
     */
    SlaTerms terms(SlaSubject subject);

    /**
     * Returns the policy of the region where this library began: a final answer within 24 hours of registration,
     * counted around the clock, with a warning after 75 percent. Gratitude has no deadline.
     *
     * @return the policy {@code seed-24h}
     */
    static SlaPolicy twentyFourHours() {
        return TargetTable.builder("seed-24h")
                .row(TargetRow.of(ClockName.FINAL, Duration.ofHours(24)).warnAt(75))
                .build();
    }
}
