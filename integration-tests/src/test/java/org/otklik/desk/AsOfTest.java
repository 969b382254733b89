package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.otklik.PastIncident;
import org.otklik.incident.Incident;
import org.otklik.incident.Outcome;
import org.otklik.report.Report;
import org.otklik.report.ReportCsv;
import org.otklik.report.ReportPeriod;

/** A report of a past instant says for ever what it said then; only posts are counted by where they stand now. */
class AsOfTest {

    private static final ReportPeriod PERIOD =
            new ReportPeriod(Office.MORNING.minus(Duration.ofDays(400)), Office.MORNING.plus(Duration.ofDays(30)));

    private final Office office = Office.open().publishing();
    private final Map<Instant, String> said = new LinkedHashMap<>();

    private String report(Instant asOf) {
        Report report =
                office.desk.reports().report(Office.COORDINATOR, PERIOD, asOf).orThrow();
        return ReportCsv.render(report, Locale.ENGLISH)
                .lines()
                .filter(line -> !line.startsWith("signals,") && !line.startsWith("summary,signals,"))
                .collect(Collectors.joining("\n"));
    }

    private void ask() {
        said.put(office.clock.instant(), report(office.clock.instant()));
        office.wait(Duration.ofHours(3));
    }

    @Test
    void a_report_as_of_any_past_instant_is_the_one_that_was_given_then() {
        ask();
        Incident pit = office.accepted("p1", Office.PIT);
        ask();
        office.register("p2", "В Лугограде врач не пришёл в поликлинику, почему?");
        office.hear(office.post("greeting", "Привет всем"));
        ask();
        office.approved(pit);
        office.desk.publishDue();
        ask();
        office.desk.sweepDeadlines();
        office.desk
                .incidents()
                .close(Office.COORDINATOR, pit.id(), Outcome.SOLVED, Optional.empty())
                .orThrow();
        ask();
        office.desk
                .incidents()
                .reopen(Office.COORDINATOR, pit.id(), "AUTHOR_UNHAPPY", true)
                .orThrow();
        office.ordered();
        ask();
        office.desk
                .pastIncidents()
                .take(
                        Office.COORDINATOR,
                        "old-desk",
                        List.of(PastIncident.builder("1", Office.MORNING.minus(Duration.ofDays(90)))
                                .build()),
                        true)
                .orThrow();
        office.hear(office.comment("p3", "p1", "another", "У меня та же яма, когда заделают?"));
        ask();

        said.forEach((asOf, then) -> assertEquals(then, report(asOf), "as of " + asOf));
        assertNotEquals(1, said.values().stream().distinct().count());
    }
}
