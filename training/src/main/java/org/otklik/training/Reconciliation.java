package org.otklik.training;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.otklik.Reports;
import org.otklik.access.Actor;
import org.otklik.id.BodyId;
import org.otklik.report.Report;
import org.otklik.report.ReportPeriod;
import org.otklik.report.RoundVerdict;
import org.otklik.report.WorkRanking;

/**
 * What an import counted against what the desk's reports say of the same months; immutable.
 *
 * <p>It compares the first import into these months. Where others came before, or an incident was opened again, merged
 * or rejected since, the reports rightly say something else.
 *
 * @param months imported incidents by month
 * @param bodies imported incidents by body, over all these months
 */
public record Reconciliation(List<Line<YearMonth>> months, List<Line<BodyId>> bodies) {

    /** Copies the lists. */
    public Reconciliation {
        months = List.copyOf(months);
        bodies = List.copyOf(bodies);
    }

    /**
     * One comparison; immutable.
     *
     * @param key month or body
     * @param counted by the import
     * @param reported by the desk
     * @param <K> what is compared
     */
    public record Line<K>(K key, long counted, long reported) {

        /**
         * Tells whether both say the same.
         *
         * @return true if so
         */
        public boolean agrees() {
            return counted == reported;
        }
    }

    /**
     * Compares.
     *
     * @param report of the import
     * @param reports the desk's
     * @param actor who may read them
     * @param asOf up to when the desk's knowledge counts
     * @return the comparison
     * @throws org.otklik.access.RefusedException if the actor may not read reports
     */
    public static Reconciliation of(ImportReport report, Reports reports, Actor actor, Instant asOf) {
        List<Line<YearMonth>> months = new ArrayList<>();
        Map<BodyId, Long> reported = new TreeMap<>();
        new TreeMap<>(report.counts().byMonth()).forEach((month, counted) -> {
            Report said =
                    reports.report(actor, period(month, report.zone()), asOf).orThrow();
            months.add(new Line<>(month, counted, said.incidents().imported()));
            add(said.work(), reported);
        });
        Map<BodyId, Long> counted = report.counts().byBody();
        List<Line<BodyId>> bodies = Stream.concat(counted.keySet().stream(), reported.keySet().stream())
                .distinct()
                .sorted()
                .map(body -> new Line<>(body, counted.getOrDefault(body, 0L), reported.getOrDefault(body, 0L)))
                .toList();
        return new Reconciliation(months, bodies);
    }

    private static ReportPeriod period(YearMonth month, ZoneId zone) {
        return new ReportPeriod(
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    private static void add(WorkRanking ranking, Map<BodyId, Long> reported) {
        Stream.concat(ranking.ranked().stream(), ranking.notRanked().stream()).forEach(line -> {
            long imported =
                    line.own().of(RoundVerdict.IMPORTED) + line.redirectedIn().of(RoundVerdict.IMPORTED);
            if (imported > 0) {
                reported.merge(line.body(), imported, Long::sum);
            }
        });
    }

    /**
     * Tells whether import and reports say the same everywhere.
     *
     * @return true if every line agrees
     */
    public boolean agrees() {
        return months.stream().allMatch(Line::agrees) && bodies.stream().allMatch(Line::agrees);
    }
}
