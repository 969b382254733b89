package org.otklik.sla;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.classify.MessageKind;

/** Collects the rows and limits of a {@link TargetTable}; for one thread at a time. */
public final class TargetTableBuilder {

    private final String version;
    private final List<TargetRow> rows = new ArrayList<>();
    private Set<MessageKind> withoutDeadline = Set.of(MessageKind.GRATITUDE);
    private SlaTerms limits;
    private @Nullable TargetRow afterInterim;

    TargetTableBuilder(String version) {
        this.version = Objects.requireNonNull(version, "version");
        this.limits = SlaTerms.of(version, Map.of());
    }

    /**
     * Adds a row.
     *
     * @param row a target of one clock for some cases
     * @return this builder
     */
    public TargetTableBuilder row(TargetRow row) {
        rows.add(Objects.requireNonNull(row, "row"));
        return this;
    }

    /**
     * Gives the final answer another target once an interim answer is given; the start stays.
     *
     * @param row a row of {@link ClockName#FINAL} without conditions
     * @return this builder
     */
    public TargetTableBuilder afterInterim(TargetRow row) {
        afterInterim = Objects.requireNonNull(row, "row");
        return this;
    }

    /**
     * Chooses the instant from which the citizen's clocks count; registration if not called.
     *
     * @param anchor the anchor
     * @return this builder
     */
    public TargetTableBuilder anchor(ClockAnchor anchor) {
        return limits(anchor, limits.pauseLimit(), limits.maxPostponements(), limits.reopenWindow());
    }

    /**
     * Limits the pauses of one clock together; ten days if not called.
     *
     * @param limit wall time
     * @return this builder
     */
    public TargetTableBuilder pauseLimit(Duration limit) {
        return limits(limits.anchor(), limit, limits.maxPostponements(), limits.reopenWindow());
    }

    /**
     * Limits how often a case may be postponed; twice if not called.
     *
     * @param most the number
     * @return this builder
     */
    public TargetTableBuilder maxPostponements(int most) {
        return limits(limits.anchor(), limits.pauseLimit(), most, limits.reopenWindow());
    }

    /**
     * Limits how long after closing a case may be reopened; fourteen days if not called.
     *
     * @param window wall time
     * @return this builder
     */
    public TargetTableBuilder reopenWindow(Duration window) {
        return limits(limits.anchor(), limits.pauseLimit(), limits.maxPostponements(), window);
    }

    /**
     * Names the kinds of message that get no clock; gratitude alone if not called.
     *
     * @param kinds the kinds, none if every kind has deadlines
     * @return this builder
     */
    public TargetTableBuilder withoutDeadline(MessageKind... kinds) {
        withoutDeadline = Set.of(kinds);
        return this;
    }

    /**
     * Makes the table.
     *
     * @return an immutable policy
     * @throws InvalidSlaException with every mistake found
     */
    public TargetTable build() {
        List<String> mistakes = new ArrayList<>();
        if (rows.isEmpty()) {
            mistakes.add("It has no rows.");
        }
        checkRows(mistakes);
        Optional<ClockTarget> interim = interimTarget(mistakes);
        if (!mistakes.isEmpty()) {
            throw new InvalidSlaException("SLA policy '" + version + "'", mistakes);
        }
        SlaTerms whole = new SlaTerms(
                Map.of(),
                interim,
                limits.anchor(),
                limits.pauseLimit(),
                limits.maxPostponements(),
                limits.reopenWindow(),
                version);
        return new TargetTable(whole, rows, withoutDeadline);
    }

    private TargetTableBuilder limits(ClockAnchor anchor, Duration pauses, int postponements, Duration reopening) {
        limits = new SlaTerms(Map.of(), Optional.empty(), anchor, pauses, postponements, reopening, version);
        return this;
    }

    private void checkRows(List<String> mistakes) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            TargetRow row = rows.get(i);
            String where = "Row " + (i + 1) + " (" + row.clock() + "): ";
            target(row, where, mistakes);
            if (!seen.add(List.of(row.clock(), row.when()))) {
                mistakes.add(where + "an earlier row has the same clock and conditions.");
            }
        }
    }

    private Optional<ClockTarget> interimTarget(List<String> mistakes) {
        TargetRow row = afterInterim;
        if (row == null) {
            return Optional.empty();
        }
        if (!row.clock().equals(ClockName.FINAL)
                || !row.when().equals(TargetCondition.any())
                || row.length().isEmpty()) {
            mistakes.add("After an interim answer: only an unconditional target of the final answer can be set.");
        }
        return target(row, "After an interim answer: ", mistakes);
    }

    private Optional<ClockTarget> target(TargetRow row, String where, List<String> mistakes) {
        try {
            return row.target(version);
        } catch (IllegalArgumentException e) {
            mistakes.add(where + e.getMessage());
            return Optional.empty();
        }
    }
}
