package org.otklik.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What a reader must know to judge and to repeat a report; immutable.
 *
 * @param period when the incidents were registered, the instructions issued and the posts published
 * @param asOf the instant at which everything is judged
 * @param zone the region's zone, in which dates are shown
 * @param packVersion version of the region pack whose names and populations are used
 * @param rulesVersion version of the rules that classified
 * @param formulaVersion version of the formulas behind percentages and ranks
 * @param minimumVolume how many due deadlines a body needs to be ranked, at least 1
 */
public record ReportFrame(
        ReportPeriod period,
        Instant asOf,
        ZoneId zone,
        String packVersion,
        String rulesVersion,
        String formulaVersion,
        int minimumVolume) {

    /** The formulas of this release; changed with every change of a percentage or a rank. */
    public static final String FORMULAS = "timely-share-1";

    private static final int USUAL_MINIMUM = 5;

    /** Checks the parts. */
    public ReportFrame {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(packVersion, "packVersion");
        Objects.requireNonNull(rulesVersion, "rulesVersion");
        Objects.requireNonNull(formulaVersion, "formulaVersion");
        if (asOf.isBefore(period.from())) {
            throw new IllegalArgumentException(
                    "A report as of " + asOf + " cannot be about a period that begins at " + period.from() + ".");
        }
        if (minimumVolume < 1) {
            throw new IllegalArgumentException(
                    "The minimum volume of a ranking must be at least 1, not " + minimumVolume + ".");
        }
    }

    /**
     * Returns a frame with the formulas of this release and the usual minimum volume of 5.
     *
     * @param period what the report is about
     * @param asOf the instant at which everything is judged
     * @param zone the region's zone
     * @param packVersion version of the region pack
     * @param rulesVersion version of the rules that classified
     * @return the frame
     */
    public static ReportFrame of(
            ReportPeriod period, Instant asOf, ZoneId zone, String packVersion, String rulesVersion) {
        return new ReportFrame(period, asOf, zone, packVersion, rulesVersion, FORMULAS, USUAL_MINIMUM);
    }

    /**
     * Returns this frame with another minimum volume.
     *
     * @param deadlines how many due deadlines a body needs to be ranked, at least 1
     * @return a copy
     */
    public ReportFrame minimum(int deadlines) {
        return new ReportFrame(period, asOf, zone, packVersion, rulesVersion, formulaVersion, deadlines);
    }
}
