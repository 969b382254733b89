package org.otklik.sla;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.classify.MessageKind;

/**
 * The default policy: a table of targets, each clock taking its own from the most specific row that holds; immutable
 * and thread-safe.
 *
 * <p>Of two rows that hold, the one with more conditions wins, then the one with the deeper topic, then the earlier
 * one. Kinds without a deadline (by default {@link MessageKind#GRATITUDE}) get no clock at all.
 */
public final class TargetTable implements SlaPolicy {

    private final SlaTerms limits;
    private final List<TargetRow> rows;
    private final Set<MessageKind> withoutDeadline;

    TargetTable(SlaTerms limits, List<TargetRow> rows, Set<MessageKind> withoutDeadline) {
        this.limits = limits;
        this.rows = mostSpecificFirst(rows);
        this.withoutDeadline = Set.copyOf(withoutDeadline);
    }

    /**
     * Starts a table.
     *
     * @param version the version of the policy, kept by every clock that it sets
     * @return a builder that reports every mistake at once
     */
    public static TargetTableBuilder builder(String version) {
        return new TargetTableBuilder(version);
    }

    @Override
    public SlaTerms terms(SlaSubject subject) {
        return new SlaTerms(
                targets(subject),
                limits.afterInterim(),
                limits.anchor(),
                limits.pauseLimit(),
                limits.maxPostponements(),
                limits.reopenWindow(),
                limits.policyVersion());
    }

    /**
     * Returns the version of the policy.
     *
     * @return the version that every clock of the table keeps
     */
    public String version() {
        return limits.policyVersion();
    }

    /**
     * Lists every calendar that a row may ask for, so that a region can check that it has them.
     *
     * @return their codes
     */
    public Set<CalendarCode> calendars() {
        return Stream.concat(rows.stream().map(TargetRow::calendar), limits.calendars().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<ClockName, ClockTarget> targets(SlaSubject subject) {
        if (withoutDeadline.contains(subject.kind())) {
            return Map.of();
        }
        Set<ClockName> decided = new HashSet<>();
        Map<ClockName, ClockTarget> targets = new HashMap<>();
        for (TargetRow row : rows) {
            if (row.when().holds(subject) && decided.add(row.clock())) {
                row.target(version()).ifPresent(target -> targets.put(row.clock(), target));
            }
        }
        return targets;
    }

    /** The sort is stable, so that rows of equal rank keep the order in which they were written. */
    private static List<TargetRow> mostSpecificFirst(List<TargetRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingInt((TargetRow row) -> row.when().given())
                        .thenComparingInt(row -> row.when().topicDepth())
                        .reversed())
                .toList();
    }
}
