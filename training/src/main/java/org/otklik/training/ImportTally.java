package org.otklik.training;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.otklik.PastIncident;
import org.otklik.PastIncidents.Taken.Verdict;
import org.otklik.id.BodyId;

/** Counts what becomes of rows; keeps the first mistakes only, so that memory stays bounded; for one thread. */
final class ImportTally {

    private static final int MOST_TOLD = 1_000;

    private final ZoneId zone;
    private final Map<Verdict, Long> verdicts = new TreeMap<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private final Map<YearMonth, Long> months = new TreeMap<>();
    private final Map<BodyId, Long> bodies = new TreeMap<>();
    private final List<RowMistake> mistakes = new ArrayList<>();
    private final List<Long> changed = new ArrayList<>();
    private long read;
    private long refused;
    private long withoutBody;

    ImportTally(ZoneId zone) {
        this.zone = zone;
    }

    void read() {
        read++;
    }

    void refused(long line, String reason) {
        refused++;
        reasons.merge(reason, 1L, Long::sum);
        if (mistakes.size() < MOST_TOLD) {
            mistakes.add(new RowMistake(line, reason));
        }
    }

    /**
     * Counts a row whose incident is here. What stands twice in the table, or differs from what was taken over, counts
     * by its verdict only: the incident here is the one that was counted when it came.
     */
    void taken(long line, PastIncident incident, Verdict verdict) {
        verdicts.merge(verdict, 1L, Long::sum);
        if (verdict == Verdict.CHANGED && changed.size() < MOST_TOLD) {
            changed.add(line);
        }
        if (verdict != Verdict.IMPORTED) {
            return;
        }
        months.merge(YearMonth.from(incident.registeredAt().atZone(zone)), 1L, Long::sum);
        Optional<BodyId> body = incident.body();
        body.ifPresent(known -> bodies.merge(known, 1L, Long::sum));
        withoutBody += body.isEmpty() ? 1 : 0;
    }

    private long count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    ImportReport report(List<UnknownName> unknown) {
        return new ImportReport(
                read,
                count(Verdict.IMPORTED),
                count(Verdict.ALREADY_THERE),
                count(Verdict.CHANGED),
                refused,
                mistakes,
                changed,
                reasons,
                unknown,
                new ImportReport.Counts(months, bodies, withoutBody),
                zone);
    }
}
