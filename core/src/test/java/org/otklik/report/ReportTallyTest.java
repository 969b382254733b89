package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.classify.MessageKind;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentState;
import org.otklik.post.NetworkId;
import org.otklik.sla.CalendarCode;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockTarget;

class ReportTallyTest {

    private static final Instant EARLY = SampleRegion.FROM.plus(Duration.ofDays(2));
    private static final Instant JUST_NOW = SampleRegion.AS_OF.minus(Duration.ofHours(2));
    private static final Duration IN_TIME = Duration.ofHours(5);
    private static final Duration TOO_LATE = Duration.ofHours(30);

    private final ReportTally tally = SampleRegion.tally();

    @Test
    void answers_count_by_their_clock_and_never_answering_counts_against() {
        tally.add(
                SampleIncident.complaint(1, EARLY)
                        .clock()
                        .answeredAfter(IN_TIME)
                        .now(),
                1);
        tally.add(
                SampleIncident.complaint(2, EARLY)
                        .clock()
                        .answeredAfter(TOO_LATE)
                        .now(),
                1);
        tally.add(SampleIncident.complaint(3, EARLY).clock().now(), 1);
        tally.add(SampleIncident.complaint(4, JUST_NOW).clock().now(), 1);

        Rounds rounds = tally.finish().compliance().present();

        assertEquals(
                Map.of(
                        RoundVerdict.IN_TIME, 1L,
                        RoundVerdict.LATE, 1L,
                        RoundVerdict.OVERDUE, 1L,
                        RoundVerdict.RUNNING, 1L),
                rounds.byVerdict());
        assertEquals(new Share(1, 3), rounds.timely());
    }

    @Test
    void what_is_left_out_is_counted_with_its_reason() {
        IncidentId survivor = IncidentId.of("0".repeat(26));
        ClockTarget lost = new ClockTarget(Duration.ofHours(9), CalendarCode.of("gone"), List.of(), "old");
        tally.add(SampleIncident.complaint(1, EARLY).now(), 1);
        tally.add(
                SampleIncident.complaint(2, EARLY)
                        .clock()
                        .then(new IncidentEvent.Rejected("noise"))
                        .now(),
                1);
        tally.add(
                SampleIncident.complaint(3, EARLY)
                        .clock()
                        .then(new IncidentEvent.Merged(survivor))
                        .now(),
                1);
        tally.add(
                SampleIncident.complaint(4, JUST_NOW)
                        .clock()
                        .then(new IncidentEvent.RouteFailed("none"))
                        .now(),
                1);
        tally.add(
                SampleIncident.complaint(5, EARLY)
                        .clock(new ClockEvent.Started(ClockName.FINAL, EARLY, lost))
                        .now(),
                1);
        tally.add(stoppedWithoutAnswer(6, IN_TIME), 1);
        tally.add(paused(7), 1);

        Rounds rounds = tally.finish().compliance().present();

        assertEquals(0, rounds.counted());
        assertEquals(
                List.of(
                        RoundVerdict.PAUSED,
                        RoundVerdict.UNROUTABLE,
                        RoundVerdict.NO_DEADLINE,
                        RoundVerdict.REJECTED,
                        RoundVerdict.MERGED,
                        RoundVerdict.WITHOUT_ANSWER,
                        RoundVerdict.CALENDAR_UNKNOWN),
                rounds.exclusions());
    }

    @Test
    void closing_without_an_answer_after_the_deadline_hides_nothing() {
        tally.add(stoppedWithoutAnswer(1, TOO_LATE), 1);

        assertEquals(1, tally.finish().compliance().present().of(RoundVerdict.OVERDUE));
    }

    @Test
    void an_unroutable_incident_counts_once_its_deadline_has_passed() {
        tally.add(
                SampleIncident.complaint(1, EARLY)
                        .clock()
                        .then(new IncidentEvent.RouteFailed("none"))
                        .now(),
                1);

        assertEquals(1, tally.finish().compliance().present().of(RoundVerdict.OVERDUE));
    }

    @Test
    void a_frozen_round_keeps_its_own_line_when_the_incident_is_reopened() {
        Incident reopened = SampleIncident.complaint(1, EARLY)
                .clock()
                .answeredAfter(TOO_LATE)
                .closedAfter(Duration.ofHours(31))
                .reopenedAfter(Duration.ofHours(40))
                .answeredAfter(IN_TIME)
                .now();

        tally.add(reopened, 1);

        Report report = tally.finish();
        assertEquals(new Share(1, 1), report.compliance().present().timely());
        assertEquals(new Share(0, 1), report.compliance().past().timely());
        assertEquals(new Share(1, 2), report.compliance().overall().timely());
        assertEquals(new Turns(0, 0, 0, 0, 1, 1), report.incidents().turns());
    }

    @Test
    void times_to_answer_give_median_and_ninetieth_percentile() {
        for (int i = 1; i <= 10; i++) {
            tally.add(
                    SampleIncident.complaint(i, EARLY)
                            .clock()
                            .answeredAfter(Duration.ofHours(i))
                            .now(),
                    1);
        }

        Compliance compliance = tally.finish().compliance();

        assertEquals(
                new Spread(10, Optional.of(Duration.ofHours(5)), Optional.of(Duration.ofHours(9))),
                compliance.timeToAnswer());
        assertEquals(
                Optional.of(Duration.ofMinutes(20)), compliance.detectionLag().median());
    }

    @Test
    void nothing_outside_the_period_or_after_the_as_of_instant_is_counted() {
        Incident before =
                SampleIncident.complaint(1, SampleRegion.FROM.minusSeconds(1)).now();
        Incident tooYoung =
                SampleIncident.complaint(2, SampleRegion.AS_OF.plusSeconds(1)).now();

        assertFalse(tally.add(before, 1));
        assertFalse(tally.add(tooYoung, 1));

        assertEquals(0, tally.finish().incidents().total());
    }

    @Test
    void an_incident_reopened_in_the_period_belongs_to_the_period_of_its_first_registration() {
        Incident old = SampleIncident.complaint(1, SampleRegion.FROM.minus(Duration.ofDays(1)))
                .clock()
                .answeredAfter(IN_TIME)
                .closedAfter(IN_TIME)
                .reopenedAfter(Duration.ofDays(3))
                .now();

        assertFalse(tally.add(old, 1));
    }

    @Test
    void an_unknown_topic_stands_for_its_own_root() {
        tally.add(
                SampleIncident.of(1, EARLY, MessageKind.QUESTION, "no.such", "", "max")
                        .now(),
                1);
        tally.add(SampleIncident.complaint(2, EARLY).now(), 4);

        IncidentCounts counts = tally.finish().incidents();

        assertEquals(1, counts.byRootTopic().of(TopicId.of("no.such")));
        assertEquals(1, counts.byRootTopic().of(TopicId.of("roads")));
        assertEquals(1, counts.byMunicipality().unknown());
        assertEquals(5, counts.posts());
        assertEquals(2, counts.byState().of(IncidentState.REGISTERED));
    }

    @Test
    void activity_is_ranked_per_thousand_residents_and_those_of_unknown_population_stand_apart() {
        tally.add(
                SampleIncident.of(1, EARLY, MessageKind.COMPLAINT, "roads", "samara", "vk")
                        .now(),
                11);
        tally.add(
                SampleIncident.of(2, EARLY, MessageKind.COMPLAINT, "roads", "syzran", "vk")
                        .now(),
                10);
        tally.add(
                SampleIncident.of(3, EARLY, MessageKind.COMPLAINT, "roads", "volzhsky-district", "vk")
                        .now(),
                3);
        tally.add(
                SampleIncident.of(4, EARLY, MessageKind.COMPLAINT, "roads", "", "vk")
                        .now(),
                2);

        ActivityRanking ranking = tally.finish().activity();

        ActivityRanking.Line first = ranking.ranked().get(0);
        assertEquals(PlaceId.of("syzran"), first.place());
        assertEquals(1, first.rank());
        assertEquals(2, first.rankByPosts());
        assertEquals(10 * 1000.0 / 165_000, first.perThousand(), 1e-9);
        assertEquals(
                List.of(1, 2, 3),
                ranking.ranked().stream().map(ActivityRanking.Line::rank).toList());
        assertEquals(
                PlaceId.of("volzhsky-district"),
                ranking.withoutPopulation().get(0).place());
        assertEquals(2, ranking.unplacedPosts());
    }

    @Test
    void equal_shares_share_a_rank_and_small_volumes_are_not_ranked() {
        answers("adm-samara", 10, 5);
        answers("adm-tolyatti", 20, 10);
        answers("adm-syzran", 6, 6);
        answers("min-health", 4, 4);

        WorkRanking ranking = tally.finish().work();

        assertEquals(
                List.of("adm-syzran 1", "adm-samara 2", "adm-tolyatti 2"),
                ranking.ranked().stream()
                        .map(line -> line.body() + " " + line.rank())
                        .toList());
        assertEquals(
                List.of(BodyId.of("min-health")),
                ranking.notRanked().stream().map(WorkRanking.Line::body).toList());
    }

    @Test
    void an_incident_that_was_redirected_to_a_body_changes_no_rank() {
        answers("adm-samara", 5, 5);
        tally.add(
                SampleIncident.complaint(900, EARLY)
                        .clock()
                        .ledBy("adm-syzran")
                        .redirectedTo("adm-samara")
                        .answeredAfter(TOO_LATE)
                        .now(),
                1);

        WorkRanking.Line line = tally.finish().work().ranked().get(0);

        assertEquals(new Share(5, 5), line.own().timely());
        assertEquals(new Share(0, 1), line.redirectedIn().timely());
    }

    @Test
    void posts_of_a_network_add_up() {
        tally.add(NetworkId.of("vk"), "PROMOTED", 3);
        tally.add(NetworkId.of("vk"), "PROMOTED", 4);
        tally.add(NetworkId.of("ok"), "REJECTED", 1);

        SignalCounts signals = tally.finish().signals();

        assertEquals(8, signals.total());
        assertEquals(7, signals.byNetwork().of(NetworkId.of("vk")));
        assertEquals(1, signals.byState().of("REJECTED"));
        assertThrows(IllegalArgumentException.class, () -> tally.add(NetworkId.of("vk"), "PROMOTED", -1));
    }

    @Test
    void a_tally_goes_on_after_a_report() {
        tally.add(SampleIncident.complaint(1, EARLY).now(), 1);
        Report first = tally.finish();
        tally.add(SampleIncident.complaint(2, EARLY).now(), 1);

        assertEquals(1, first.incidents().total());
        assertEquals(2, tally.finish().incidents().total());
        assertTrue(first.work().all().isEmpty());
    }

    private void answers(String body, int all, int inTime) {
        for (int i = 0; i < all; i++) {
            Duration time = i < inTime ? IN_TIME : TOO_LATE;
            tally.add(
                    SampleIncident.complaint(i + 1, EARLY)
                            .clock()
                            .ledBy(body)
                            .answeredAfter(time)
                            .now(),
                    1);
        }
    }

    private static Incident stoppedWithoutAnswer(int id, Duration time) {
        Instant end = EARLY.plus(time);
        return SampleIncident.complaint(id, EARLY)
                .clock()
                .closedAfter(time)
                .clock(new ClockEvent.Stopped(ClockName.FINAL, end))
                .now();
    }

    private static Incident paused(int id) {
        return SampleIncident.complaint(id, EARLY)
                .clock()
                .clock(new ClockEvent.Paused(ClockName.FINAL, EARLY.plusSeconds(60), "author-asked"))
                .now();
    }
}
