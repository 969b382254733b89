package org.otklik.training;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.otklik.id.BodyId;

/**
 * What became of the rows of a table; immutable. {@code read} is always the sum of the four others.
 *
 * @param read rows that are not blank
 * @param imported rows that were taken over, or would be in a trial
 * @param alreadyThere rows whose incident was taken over before and has not changed there
 * @param changed rows whose incident was taken over before and is another now; it stays here as it is
 * @param refused rows that were not taken over
 * @param mistakes the first thousand refused rows with line and reason
 * @param changedLines the first thousand lines of changed rows
 * @param reasons how many rows were refused for each reason
 * @param unknown names that nobody knows here, the most frequent first
 * @param counts what was taken over, to be compared with reports
 * @param zone the region's, by which months are told apart
 */
public record ImportReport(
        long read,
        long imported,
        long alreadyThere,
        long changed,
        long refused,
        List<RowMistake> mistakes,
        List<Long> changedLines,
        Map<String, Long> reasons,
        List<UnknownName> unknown,
        Counts counts,
        ZoneId zone) {

    /** Copies the collections. */
    public ImportReport {
        mistakes = List.copyOf(mistakes);
        changedLines = List.copyOf(changedLines);
        reasons = Map.copyOf(reasons);
        unknown = List.copyOf(unknown);
    }

    /**
     * What was taken over by this import; immutable.
     *
     * @param byMonth incidents by month of registration
     * @param byBody incidents by the body that answered for them
     * @param withoutBody incidents of which no body is known
     */
    public record Counts(Map<YearMonth, Long> byMonth, Map<BodyId, Long> byBody, long withoutBody) {

        /** Copies the maps. */
        public Counts {
            byMonth = Map.copyOf(byMonth);
            byBody = Map.copyOf(byBody);
        }
    }

    /**
     * Tells whether every row is accounted for.
     *
     * @return true unless rows were lost, which is a fault of this class
     */
    public boolean isComplete() {
        return read == imported + alreadyThere + changed + refused;
    }

    /**
     * Writes the unknown names for a person to fill in their ids; {@link NameMapping#read} reads it.
     *
     * @param file a CSV, written over
     * @throws IOException if it cannot be written
     */
    public void writeMapping(Path file) throws IOException {
        NameMapping.write(file, unknown);
    }

    @Override
    public String toString() {
        return read + " rows: " + imported + " imported, " + alreadyThere + " already there, " + changed + " changed, "
                + refused + " refused";
    }
}
