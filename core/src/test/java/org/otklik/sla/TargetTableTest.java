package org.otklik.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.TopicId;
import org.otklik.post.NetworkId;

class TargetTableTest {

    private static final Instant NOW = Instant.parse("2025-11-05T07:00:00Z");

    @Test
    void the_default_policy_gives_twenty_four_hours_from_registration_with_a_warning() {
        SlaSubject complaint = Samples.complaint();

        SlaTerms terms = SlaPolicy.twentyFourHours().terms(complaint);

        SlaClock clock =
                SlaClock.start(terms.start(ClockName.FINAL, complaint, NOW).orElseThrow());
        Instant registered = complaint.registeredAt();
        assertEquals(Set.of(ClockName.FINAL), terms.targets().keySet());
        assertEquals(Set.of(CalendarCode.ALWAYS), terms.calendars());
        assertEquals(Optional.of(registered.plus(Duration.ofHours(24))), clock.deadline(WorkCalendar.alwaysOpen()));
        assertEquals(Optional.of(registered.plus(Duration.ofHours(18))), clock.nextDue(WorkCalendar.alwaysOpen()));
    }

    @Test
    void gratitude_has_no_deadline_however_specific_a_row_is() {
        TargetTable table = TargetTable.builder("v1")
                .row(row(4).severity(Severity.CRITICAL).topic(TopicId.of("roads")))
                .build();

        SlaTerms terms = table.terms(Samples.subject(MessageKind.GRATITUDE, Severity.CRITICAL, "roads.potholes"));

        assertEquals(Map.of(), terms.targets());
    }

    @Test
    void sevastopol_gives_nine_working_hours_or_four_and_seven_days_after_an_interim_answer() {
        SlaPolicy policy = Samples.sevastopol2020();

        SlaTerms normal = policy.terms(Samples.complaint());
        SlaTerms pressing = policy.terms(Samples.subject(MessageKind.COMPLAINT, Severity.ELEVATED, "health.staff"));

        assertEquals(
                Duration.ofHours(9),
                normal.target(ClockName.FINAL).orElseThrow().length());
        assertEquals(
                Duration.ofHours(4),
                pressing.target(ClockName.FINAL).orElseThrow().length());
        assertEquals(Duration.ofHours(63), normal.afterInterim().orElseThrow().length());
        assertEquals(Set.of(Samples.OFFICE), normal.calendars());
    }

    @Test
    void more_conditions_win_then_the_deeper_topic_then_the_earlier_row() {
        TargetTable table = TargetTable.builder("v1")
                .row(row(1))
                .row(row(2).topic(TopicId.of("roads")))
                .row(row(3).topic(TopicId.of("roads.potholes")))
                .row(row(4).topic(TopicId.of("roads")).lead(BodyId.of("adm-tolyatti")))
                .row(row(5).network(NetworkId.of("vk")).topic(TopicId.of("roads")))
                .build();

        assertEquals(4, finalHours(table, "roads.potholes"));
        assertEquals(1, finalHours(table, "health.staff"));
        assertEquals(1, finalHours(table, "roadside"));
    }

    @Test
    void a_deeper_topic_wins_over_the_one_above_it() {
        TargetTable table = TargetTable.builder("v1")
                .row(row(2).topic(TopicId.of("roads")))
                .row(row(3).topic(TopicId.of("roads.potholes")))
                .row(row(6).fastTrack(false).kind(MessageKind.COMPLAINT))
                .build();

        assertEquals(3, finalHours(table, "roads.potholes"));
        assertEquals(2, finalHours(table, "roads.signs"));
    }

    @Test
    void clocks_choose_their_rows_apart_and_a_row_may_silence_one() {
        TargetTable table = TargetTable.builder("v1")
                .row(row(24))
                .row(TargetRow.of(ClockName.ACCEPT, Duration.ofHours(4)))
                .row(TargetRow.without(ClockName.ACCEPT).severity(Severity.NORMAL))
                .build();

        assertEquals(
                Set.of(ClockName.FINAL),
                table.terms(Samples.complaint()).targets().keySet());
    }

    @Test
    void a_citizens_clock_starts_at_the_anchor_and_a_bodys_clock_now() {
        SlaSubject complaint = Samples.complaint();
        SlaTerms terms = TargetTable.builder("v1")
                .row(row(24))
                .row(TargetRow.of(ClockName.ACCEPT, Duration.ofHours(4)))
                .anchor(ClockAnchor.PUBLISHED)
                .pauseLimit(Duration.ofDays(3))
                .maxPostponements(1)
                .reopenWindow(Duration.ofDays(30))
                .build()
                .terms(complaint);

        assertEquals(
                complaint.publishedAt(),
                terms.start(ClockName.FINAL, complaint, NOW).orElseThrow().at());
        assertEquals(
                NOW, terms.start(ClockName.ACCEPT, complaint, NOW).orElseThrow().at());
        assertEquals(Optional.empty(), terms.start(ClockName.DRAFT, complaint, NOW));
        assertEquals(Duration.ofDays(3), terms.pauseLimit());
        assertEquals(1, terms.maxPostponements());
        assertEquals(Duration.ofDays(30), terms.reopenWindow());
        assertEquals(complaint.capturedAt(), complaint.at(ClockAnchor.CAPTURED));
    }

    @Test
    void every_mistake_of_a_table_is_reported_at_once() {
        TargetTableBuilder builder = TargetTable.builder("v1")
                .row(row(0))
                .row(row(1))
                .row(row(3).warnAt(100).severity(Severity.NORMAL))
                .afterInterim(row(9).severity(Severity.NORMAL));

        InvalidSlaException mistakes = assertThrows(InvalidSlaException.class, builder::build);

        assertEquals(4, mistakes.mistakes().size(), mistakes::getMessage);
        assertThrows(InvalidSlaException.class, () -> TargetTable.builder("v1").build());
    }

    @Test
    void the_table_names_every_calendar_it_may_ask_for() {
        assertEquals(Set.of(Samples.OFFICE), Samples.sevastopol2020().calendars());
        assertEquals("sevastopol-2020", Samples.sevastopol2020().version());
    }

    @Test
    void a_policy_of_ones_own_is_a_few_lines() {
        SlaPolicy threeDays = subject -> SlaTerms.of(
                "own-1", Map.of(ClockName.FINAL, ClockTarget.aroundTheClock(Duration.ofDays(3), 80, "own-1")));

        assertEquals(
                Duration.ofDays(3),
                threeDays
                        .terms(Samples.complaint())
                        .target(ClockName.FINAL)
                        .orElseThrow()
                        .length());
    }

    private static TargetRow row(int hours) {
        return TargetRow.of(ClockName.FINAL, Duration.ofHours(hours));
    }

    private static long finalHours(SlaPolicy policy, String topic) {
        SlaTerms terms = policy.terms(Samples.subject(MessageKind.COMPLAINT, Severity.NORMAL, topic));
        return terms.target(ClockName.FINAL).orElseThrow().length().toHours();
    }
}
