package org.otklik.report;

import java.util.Objects;

/**
 * A report as of an instant; immutable. {@link ReportTally} makes it; {@link ReportHtml}, {@link ReportText} and
 * {@link ReportCsv} show it.
 *
 * @param frame period, as-of instant, zone and versions
 * @param names names of the pack in that version
 * @param signals captured posts
 * @param incidents counts of incidents
 * @param compliance answers in time
 * @param activity ranking of residents' activity
 * @param work ranking of bodies' work
 * @param instructions outcomes of instructions
 */
public record Report(
        ReportFrame frame,
        ReportNames names,
        SignalCounts signals,
        IncidentCounts incidents,
        Compliance compliance,
        ActivityRanking activity,
        WorkRanking work,
        InstructionOutcomes instructions) {

    /** Checks that nothing is missing. */
    public Report {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(signals, "signals");
        Objects.requireNonNull(incidents, "incidents");
        Objects.requireNonNull(compliance, "compliance");
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(instructions, "instructions");
    }
}
