package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.otklik.PastIncident;
import org.otklik.PastIncidentBuilder;
import org.otklik.PastIncidents;
import org.otklik.PastIncidents.Taken;
import org.otklik.PastIncidents.Taken.Verdict;
import org.otklik.access.RefusalCode;
import org.otklik.classify.MessageKind;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.ExternalRef;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.incident.Outcome;
import org.otklik.post.AuthorRef;
import org.otklik.report.Report;
import org.otklik.report.ReportPeriod;
import org.otklik.report.ReportText;
import org.otklik.report.RoundVerdict;
import org.otklik.testkit.regions.MiniRegion;

/** Incidents that an earlier system had closed: here as they ended there, and nothing begins anew by them. */
class PastIncidentsTest {

    private static final Instant REGISTERED = Instant.parse("2025-03-10T08:00:00Z");
    private static final TopicId TOPIC =
            MiniRegion.load().topics().all().iterator().next().id();
    private static final PlaceId PLACE =
            MiniRegion.load().gazetteer().municipalities().get(0).id();

    private final Office office = Office.open();

    private static PastIncidentBuilder pit(String number) {
        return PastIncident.builder(number, REGISTERED)
                .publishedAt(REGISTERED.minus(Duration.ofHours(2)))
                .answeredAt(REGISTERED.plus(Duration.ofDays(2)))
                .closedAt(REGISTERED.plus(Duration.ofDays(5)))
                .text(Office.PIT)
                .answer(Office.ANSWER)
                .kind(MessageKind.COMPLAINT)
                .post(Office.id("wall-" + number))
                .author(AuthorRef.of("vk", "author-" + number, "Автор " + number))
                .topic(TOPIC)
                .municipality(PLACE)
                .body(Office.ZARECHINSK)
                .outcome(Outcome.SOLVED);
    }

    private List<Taken> take(PastIncident... incidents) {
        return office.desk
                .pastIncidents()
                .take(Office.COORDINATOR, "old-desk", List.of(incidents), true)
                .orThrow();
    }

    private static List<Verdict> verdicts(List<Taken> taken) {
        return taken.stream().map(Taken::verdict).toList();
    }

    private Incident taken(PastIncident incident) {
        return office.get(take(incident).get(0).incident().orElseThrow());
    }

    private Report report(Instant from, Instant before) {
        return office.desk
                .reports()
                .report(Office.COORDINATOR, new ReportPeriod(from, before), office.clock.instant())
                .orThrow();
    }

    @Test
    void an_incident_is_here_as_it_ended_there() {
        Incident incident = taken(pit("17").build());

        assertEquals(IncidentState.CLOSED, incident.state());
        assertEquals(Optional.of("old-desk"), incident.importedFrom());
        assertEquals(REGISTERED, incident.life().registeredAt());
        assertEquals(
                Optional.of(REGISTERED.plus(Duration.ofDays(2))),
                incident.life().answeredAt());
        assertEquals(
                Optional.of(REGISTERED.plus(Duration.ofDays(5))),
                incident.life().closedAt());
        assertEquals(Optional.of(Outcome.SOLVED), incident.life().outcome());
        assertEquals(Optional.of(Office.ZARECHINSK), incident.lead());
        assertEquals(
                List.of(ExternalRef.of("old-desk", "17")),
                office.desk.incidents().links(Office.COORDINATOR, incident.id()).orThrow());
        assertEquals(
                Office.PIT,
                office.desk.incidents().posts(Office.COORDINATOR, incident.id(), 9).orThrow().stream()
                        .map(post -> post.text())
                        .collect(Collectors.joining()));
        assertTrue(incident.number().contains("2025-A0"), incident.number());
        assertEquals("", office.chain());
        assertEquals(
                List.of("imported/1"),
                office.history(incident.id()).stream().map(row -> row.type()).toList());
        assertFalse(office.history(incident.id()).toString().contains("вокзала"));
    }

    @Test
    void it_starts_no_clock_sends_nothing_and_tells_nobody() {
        office.publishing();
        Incident incident = taken(pit("17").build());

        office.wait(Duration.ofDays(40)).desk.sweepDeadlines();
        office.desk.publishDue();
        office.desk.poll();

        assertEquals(incident, office.get(incident.id()));
        assertEquals(List.of(), incident.clocks().live());
        assertEquals(List.of(), office.notices().notices());
        assertEquals(List.of(), office.vk.replies());
        assertEquals(0, office.desk.incidents().count(Office.COORDINATOR, IncidentQuery.open()));
    }

    @Test
    void a_second_takeover_changes_nothing_and_tells_what_changed_there() {
        take(pit("17").build(), pit("18").build());
        long events = office.storage.transact(unit -> unit.events().last());

        List<Taken> again = take(
                pit("17").build(),
                pit("18").answer("Другой ответ.").build(),
                pit("19").build());

        assertEquals(List.of(Verdict.ALREADY_THERE, Verdict.CHANGED, Verdict.IMPORTED), verdicts(again));
        assertEquals(
                events + 1, (long) office.storage.transact(unit -> unit.events().last()));
        assertEquals(3, office.all().size());
    }

    @Test
    void a_number_that_stands_twice_in_one_batch_is_taken_once() {
        assertEquals(
                List.of(Verdict.IMPORTED, Verdict.ALREADY_THERE),
                verdicts(take(pit("17").build(), pit("17").build())));
        assertEquals(1, office.all().size());
    }

    @Test
    void a_trial_changes_nothing() {
        long before = office.storage.transact(unit -> unit.events().last());

        List<Taken> tried = office.desk
                .pastIncidents()
                .take(Office.COORDINATOR, "old-desk", List.of(pit("17").build(), pit("").build()), false)
                .orThrow();

        assertEquals(List.of(Verdict.IMPORTED, Verdict.REFUSED), verdicts(tried));
        assertEquals(
                before, (long) office.storage.transact(unit -> unit.events().last()));
        assertEquals(List.of(), office.all());
    }

    @Test
    void what_does_not_fit_is_refused_with_a_reason_and_the_rest_is_taken() {
        office.register("wall-9", Office.PIT);

        List<Taken> taken = take(
                pit("1").topic(TopicId.of("no-such-topic")).build(),
                pit("2").answeredAt(REGISTERED.minus(Duration.ofDays(1))).build(),
                pit("3").closedAt(office.clock.instant().plus(Duration.ofDays(1)))
                        .build(),
                pit("9").build(),
                pit("4").post(Office.id("wall-5")).build(),
                pit("5").build(),
                pit("6").build());

        assertEquals(
                List.of("TOPIC_UNKNOWN", "OVER_BEFORE_REGISTERED", "IN_FUTURE", "POST_KNOWN", "", "POST_KNOWN", ""),
                taken.stream().map(Taken::reason).toList());
    }

    @Test
    void reports_count_it_and_leave_it_out_of_every_share_and_rank() {
        take(pit("17").build(), pit("18").build());

        Report report = report(REGISTERED.minus(Duration.ofDays(9)), REGISTERED.plus(Duration.ofDays(9)));

        assertEquals(2, report.incidents().total());
        assertEquals(2, report.incidents().imported());
        assertEquals(2, report.compliance().overall().of(RoundVerdict.IMPORTED));
        assertEquals(0, report.compliance().overall().counted());
        assertEquals(0, report.compliance().timeToAnswer().count());
        assertEquals(0, report.compliance().detectionLag().count());
        assertEquals(
                2,
                report.work().notRanked().stream()
                        .filter(line -> line.body().equals(Office.ZARECHINSK))
                        .mapToLong(line -> line.own().of(RoundVerdict.IMPORTED))
                        .sum());
        assertEquals(
                2,
                report.activity().ranked().stream()
                        .filter(line -> line.place().equals(PLACE))
                        .mapToLong(line -> line.incidents())
                        .sum());
        assertTrue(ReportText.render(report, Locale.forLanguageTag("ru"))
                .contains("перенесены закрытыми из прежней системы"));
    }

    @Test
    void a_report_of_what_was_known_before_the_takeover_does_not_count_it() {
        Instant before = office.clock.instant();
        office.wait(Duration.ofHours(1));
        take(pit("17").build());

        Report report = office.desk
                .reports()
                .report(
                        Office.COORDINATOR,
                        new ReportPeriod(REGISTERED.minus(Duration.ofDays(9)), REGISTERED.plus(Duration.ofDays(9))),
                        before)
                .orThrow();

        assertEquals(0, report.incidents().total());
    }

    @Test
    void its_post_opens_no_second_incident_when_the_network_shows_it_again() {
        Incident incident = taken(pit("17").build());

        office.hear(office.post("wall-17", Office.PIT));

        assertEquals(
                List.of(incident.id()), office.all().stream().map(Incident::id).toList());
    }

    @Test
    void it_can_be_opened_again_within_the_window_and_its_first_round_stays_out_of_the_shares() {
        Instant lately = Office.MORNING.minus(Duration.ofDays(5));
        Incident incident = taken(PastIncident.builder("17", lately)
                .text(Office.PIT)
                .body(Office.ZARECHINSK)
                .build());

        office.desk
                .incidents()
                .reopen(Office.COORDINATOR, incident.id(), "AUTHOR_UNHAPPY", true)
                .orThrow();

        Incident again = office.get(incident.id());
        assertEquals(IncidentState.IN_WORK, again.state());
        assertFalse(again.clocks().live().isEmpty());
        Report report = report(lately.minus(Duration.ofDays(1)), lately.plus(Duration.ofDays(1)));
        assertEquals(1, report.compliance().past().of(RoundVerdict.IMPORTED));
        assertEquals("", office.chain());
    }

    @Test
    void a_batch_has_a_size_and_the_system_a_slug() {
        List<PastIncident> many =
                Collections.nCopies(PastIncidents.MOST + 1, pit("17").build());

        for (var refused : List.of(
                office.desk.pastIncidents().take(Office.COORDINATOR, "old-desk", many, true),
                office.desk.pastIncidents().take(Office.COORDINATOR, "Old desk", List.of(), true))) {
            assertEquals(Optional.of(RefusalCode.INVALID), refused.refusal().map(refusal -> refusal.code()));
        }
    }
}
