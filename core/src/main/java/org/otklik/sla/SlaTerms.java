package org.otklik.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a policy grants one case; immutable.
 *
 * @param targets the target of each clock that is to run; a clock without one has no deadline
 * @param afterInterim the target of {@link ClockName#FINAL} once an interim answer is given; empty leaves it as it was
 * @param anchor the instant from which the citizen's clocks count
 * @param pauseLimit how long all pauses of one clock may last together, in wall time
 * @param maxPostponements how often the case may be postponed
 * @param reopenWindow how long after closing the case may be reopened, in wall time
 * @param policyVersion the version of the policy
 */
public record SlaTerms(
        Map<ClockName, ClockTarget> targets,
        Optional<ClockTarget> afterInterim,
        ClockAnchor anchor,
        Duration pauseLimit,
        int maxPostponements,
        Duration reopenWindow,
        String policyVersion) {

    /** Copies the targets and checks the limits. */
    public SlaTerms {
        targets = Map.copyOf(targets);
        Objects.requireNonNull(afterInterim, "afterInterim");
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(policyVersion, "policyVersion");
        if (pauseLimit.isNegative() || reopenWindow.isNegative() || maxPostponements < 0) {
            throw new IllegalArgumentException("The limits of SLA terms cannot be negative: pauses " + pauseLimit
                    + ", postponements " + maxPostponements + ", reopening " + reopenWindow + ".");
        }
    }

    /**
     * Returns terms with usual limits: counted from registration, ten days of pauses, two postponements, reopening
     * within fourteen days.
     *
     * @param policyVersion the version of the policy
     * @param targets the target of each clock that is to run
     * @return the terms
     */
    public static SlaTerms of(String policyVersion, Map<ClockName, ClockTarget> targets) {
        return new SlaTerms(
                targets,
                Optional.empty(),
                ClockAnchor.REGISTERED,
                Duration.ofDays(10),
                2,
                Duration.ofDays(14),
                policyVersion);
    }

    /**
     * Returns the target of a clock.
     *
     * @param clock the clock
     * @return its target, empty if the clock is not to run
     */
    public Optional<ClockTarget> target(ClockName clock) {
        return Optional.ofNullable(targets.get(clock));
    }

    /**
     * Returns the event that starts a clock under these terms.
     *
     * @param clock the clock
     * @param subject the case, whose anchor a citizen's clock starts at
     * @param now when a body's clock starts
     * @return the start, empty if the clock is not to run
     */
    public Optional<ClockEvent.Started> start(ClockName clock, SlaSubject subject, Instant now) {
        Instant from = clock.isCitizens() ? subject.at(anchor) : now;
        return target(clock).map(target -> new ClockEvent.Started(clock, from, target));
    }

    /**
     * Lists the calendars that the targets are counted on.
     *
     * @return their codes
     */
    public Set<CalendarCode> calendars() {
        return Stream.concat(targets.values().stream(), afterInterim.stream())
                .map(ClockTarget::calendar)
                .collect(Collectors.toUnmodifiableSet());
    }
}
