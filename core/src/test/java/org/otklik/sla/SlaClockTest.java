package org.otklik.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.sla.Samples.samara;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.sla.ClockEvent.Breached;
import org.otklik.sla.ClockEvent.Cancelled;
import org.otklik.sla.ClockEvent.Paused;
import org.otklik.sla.ClockEvent.Reanchored;
import org.otklik.sla.ClockEvent.Resumed;
import org.otklik.sla.ClockEvent.Retargeted;
import org.otklik.sla.ClockEvent.Started;
import org.otklik.sla.ClockEvent.Stopped;
import org.otklik.sla.ClockEvent.Warned;

class SlaClockTest {

    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final WorkCalendar ALWAYS = WorkCalendar.alwaysOpen();
    private static final ClockTarget DAY = ClockTarget.aroundTheClock(Duration.ofHours(24), 75, "test");

    private final SlaClock clock = SlaClock.start(new Started(ClockName.FINAL, START, DAY));

    @Test
    void a_clock_warns_breaches_and_is_missed_when_stopped_late() {
        assertEquals(Timeliness.RUNNING, clock.timeliness(hours(17), ALWAYS));
        assertEquals(Timeliness.WARNED, clock.timeliness(hours(18), ALWAYS));
        assertEquals(Timeliness.BREACHED, clock.timeliness(hours(24), ALWAYS));
        assertEquals(Timeliness.MISSED, stopped(25).timeliness(hours(30), ALWAYS));
    }

    @Test
    void an_answer_at_the_very_deadline_is_in_time() {
        assertEquals(Timeliness.MET, stopped(24).timeliness(hours(30), ALWAYS));
        assertEquals(
                Timeliness.MISSED,
                clock.apply(new Stopped(ClockName.FINAL, hours(24).plusNanos(1)))
                        .timeliness(hours(30), ALWAYS));
    }

    @Test
    void an_answer_after_closing_time_is_late_although_no_working_time_has_passed() {
        SlaClock office =
                SlaClock.start(new Started(ClockName.FINAL, samara("2025-11-05T09:00"), Samples.officeHours(8)));
        WorkCalendar calendar = Samples.office(Samples.SAMARA);

        SlaClock stopped = office.apply(new Stopped(ClockName.FINAL, samara("2025-11-05T20:00")));

        assertEquals(Timeliness.MISSED, stopped.timeliness(samara("2025-11-06T12:00"), calendar));
        assertEquals(Duration.ofHours(8), stopped.elapsed(samara("2025-11-06T12:00"), calendar));
    }

    @Test
    void a_pause_leaves_the_deadline_open_and_then_shifts_it() {
        SlaClock paused = clock.apply(new Paused(ClockName.FINAL, hours(10), "author-asked"));

        assertEquals(Optional.empty(), paused.deadline(ALWAYS));
        assertEquals(Timeliness.PAUSED, paused.timeliness(hours(100), ALWAYS));
        assertEquals(Duration.ofHours(10), paused.elapsed(hours(100), ALWAYS));

        SlaClock resumed = paused.apply(new Resumed(ClockName.FINAL, hours(15)));

        assertEquals(Optional.of(hours(29)), resumed.deadline(ALWAYS));
        assertEquals(Optional.of(hours(23)), resumed.warnAt(75, ALWAYS));
        assertEquals(START, resumed.startedAt());
    }

    @Test
    void a_pause_after_the_deadline_heals_no_breach() {
        SlaClock paused = clock.apply(new Paused(ClockName.FINAL, hours(25), "author-asked"));

        assertEquals(Timeliness.BREACHED, paused.timeliness(hours(26), ALWAYS));
        assertEquals(
                Timeliness.MISSED,
                paused.apply(new Stopped(ClockName.FINAL, hours(27))).timeliness(hours(30), ALWAYS));
    }

    @Test
    void stopping_during_a_pause_is_in_time_however_long_it_lasted() {
        SlaClock stopped = clock.apply(new Paused(ClockName.FINAL, hours(10), "author-asked"))
                .apply(new Stopped(ClockName.FINAL, hours(90)));

        assertEquals(Timeliness.MET, stopped.timeliness(hours(99), ALWAYS));
        assertEquals(Duration.ofHours(10), stopped.elapsed(hours(99), ALWAYS));
    }

    @Test
    void an_answer_learned_of_late_counts_at_its_own_instant() {
        SlaClock stopped = clock.apply(new Paused(ClockName.FINAL, hours(10), "author-asked"))
                .apply(new Resumed(ClockName.FINAL, hours(12)))
                .apply(new Breached(ClockName.FINAL, hours(26)))
                .apply(new Stopped(ClockName.FINAL, hours(5)));

        assertEquals(Timeliness.MET, stopped.timeliness(hours(40), ALWAYS));
        assertEquals(Duration.ofHours(5), stopped.elapsed(hours(40), ALWAYS));
        assertEquals(List.of(), stopped.pauses());
        assertEquals(Optional.of(hours(24)), stopped.deadline(ALWAYS));
    }

    @Test
    void an_answer_older_than_the_start_takes_no_time() {
        SlaClock stopped = stopped(-3);

        assertEquals(Duration.ZERO, stopped.elapsed(hours(1), ALWAYS));
        assertEquals(Timeliness.MET, stopped.timeliness(hours(1), ALWAYS));
        assertEquals(List.of(), stopped.explain(hours(1), ALWAYS).segments());
    }

    @Test
    void a_new_target_is_counted_from_the_old_start_and_judged_anew() {
        ClockTarget longer = ClockTarget.aroundTheClock(Duration.ofDays(7), 50, "test");

        SlaClock changed = clock.apply(new Warned(ClockName.FINAL, hours(18), 75))
                .apply(new Breached(ClockName.FINAL, hours(24)))
                .apply(new Retargeted(ClockName.FINAL, hours(25), longer));

        assertEquals(START, changed.startedAt());
        assertEquals(Optional.of(hours(168)), changed.deadline(ALWAYS));
        assertEquals(Timeliness.RUNNING, changed.timeliness(hours(25), ALWAYS));
        assertEquals(Optional.of(hours(84)), changed.nextDue(ALWAYS));
    }

    @Test
    void the_start_moves_earlier_but_never_later() {
        SlaClock earlier = clock.apply(new Reanchored(ClockName.FINAL, hours(3), hours(-2)));

        assertEquals(hours(-2), earlier.startedAt());
        assertEquals(earlier, earlier.apply(new Reanchored(ClockName.FINAL, hours(3), hours(1))));
        assertEquals(earlier, earlier.apply(new Started(ClockName.FINAL, hours(3), DAY)));
    }

    @Test
    void events_that_do_not_fit_leave_the_clock_as_it_is() {
        SlaClock stopped = stopped(1);

        assertFalse(clock.canApply(new Resumed(ClockName.FINAL, hours(1))));
        assertFalse(clock.canApply(new Stopped(ClockName.DRAFT, hours(1))));
        assertEquals(clock, clock.apply(new Resumed(ClockName.FINAL, hours(1))));
        assertEquals(stopped, stopped.apply(new Stopped(ClockName.FINAL, hours(9))));
        assertEquals(stopped, stopped.apply(new Cancelled(ClockName.FINAL, hours(9), "rejected")));
        assertEquals(stopped, stopped.apply(new Paused(ClockName.FINAL, hours(9), "author-asked")));
    }

    @Test
    void a_stopped_clock_may_be_started_for_another_round() {
        SlaClock again = stopped(30).apply(new Started(ClockName.FINAL, hours(50), DAY));

        assertEquals(2, again.round());
        assertEquals(Optional.of(hours(74)), again.deadline(ALWAYS));
        assertEquals(ClockState.RUNNING, again.state());
    }

    @Test
    void a_cancelled_clock_counts_for_nothing() {
        SlaClock cancelled = clock.apply(new Cancelled(ClockName.FINAL, hours(30), "rejected"));

        assertEquals(Timeliness.CANCELLED, cancelled.timeliness(hours(40), ALWAYS));
        assertEquals(Optional.empty(), cancelled.deadline(ALWAYS));
        assertEquals(Optional.empty(), cancelled.due(hours(40), ALWAYS));
    }

    @Test
    void a_sweep_is_told_each_thing_once() {
        ClockEvent warning = clock.due(hours(19), ALWAYS).orElseThrow();
        SlaClock warned = clock.apply(warning);
        ClockEvent breach = warned.due(hours(24), ALWAYS).orElseThrow();
        SlaClock breached = warned.apply(breach);

        assertEquals(Optional.of(hours(18)), clock.nextDue(ALWAYS));
        assertEquals(new Warned(ClockName.FINAL, hours(18), 75), warning);
        assertEquals(Optional.empty(), warned.due(hours(19), ALWAYS));
        assertEquals(Optional.of(hours(24)), warned.nextDue(ALWAYS));
        assertEquals(new Breached(ClockName.FINAL, hours(24)), breach);
        assertEquals(Optional.empty(), breached.due(hours(99), ALWAYS));
        assertEquals(Optional.empty(), breached.nextDue(ALWAYS));
    }

    @Test
    void a_late_sweep_tells_the_breach_and_no_stale_warning() {
        assertEquals(Optional.of(new Breached(ClockName.FINAL, hours(24))), clock.due(hours(48), ALWAYS));
    }

    @Test
    void of_several_warnings_that_have_come_only_the_last_is_told() {
        ClockTarget two = new ClockTarget(Duration.ofHours(10), CalendarCode.ALWAYS, List.of(90, 50), "test");
        SlaClock warnedTwice = SlaClock.start(new Started(ClockName.DRAFT, START, two));

        assertEquals(Optional.of(new Warned(ClockName.DRAFT, hours(9), 90)), warnedTwice.due(hours(9), ALWAYS));
        assertEquals(Optional.of(hours(5)), warnedTwice.nextDue(ALWAYS));
    }

    @Test
    void an_explanation_shows_what_was_worked_paused_and_closed() {
        WorkCalendar calendar = Samples.office(Samples.SAMARA);
        SlaClock office = SlaClock.fold(List.of(
                        new Started(ClockName.FINAL, samara("2025-11-05T16:00"), Samples.officeHours(8)),
                        new Paused(ClockName.FINAL, samara("2025-11-06T10:00"), "author-asked"),
                        new Resumed(ClockName.FINAL, samara("2025-11-06T12:00"))))
                .orElseThrow();

        ClockExplanation why = office.explain(samara("2025-11-06T12:30"), calendar);

        assertEquals(
                List.of(
                        SegmentKind.WORKED,
                        SegmentKind.OFF_HOURS,
                        SegmentKind.WORKED,
                        SegmentKind.PAUSED,
                        SegmentKind.WORKED),
                why.segments().stream().map(ClockSegment::kind).toList());
        assertEquals(Duration.ofMinutes(210), why.worked());
        assertEquals(why.worked(), why.total(SegmentKind.WORKED));
        assertEquals(Duration.ofMinutes(270), why.remaining());
        assertEquals(Optional.of("author-asked"), why.segments().get(3).reason());
        assertEquals(Optional.of(samara("2025-11-06T18:00")), why.deadline());
    }

    @Test
    void a_clock_is_not_counted_on_another_calendar() {
        WorkCalendar office = Samples.office(Samples.SAMARA);

        assertThrows(IllegalArgumentException.class, () -> clock.deadline(office));
    }

    @Test
    void clocks_of_one_case_do_not_touch_each_other() {
        SlaClocks clocks = SlaClocks.fold(List.of(
                new Started(ClockName.FINAL, START, DAY),
                new Started(ClockName.DRAFT, START, DAY),
                new Paused(ClockName.DRAFT, hours(1), "declined"),
                new Stopped(ClockName.TRIAGE, hours(2))));

        assertEquals(
                ClockState.RUNNING, clocks.clock(ClockName.FINAL).orElseThrow().state());
        assertEquals(
                ClockState.PAUSED, clocks.clock(ClockName.DRAFT).orElseThrow().state());
        assertEquals(Optional.empty(), clocks.clock(ClockName.TRIAGE));
        assertEquals(2, clocks.live().size());
        assertFalse(clocks.canApply(new Stopped(ClockName.TRIAGE, hours(2))));
        assertTrue(clocks.canApply(new Started(ClockName.TRIAGE, START, DAY)));
    }

    @Test
    void names_are_read_in_either_writing_and_only_two_are_the_citizens() {
        assertEquals(ClockName.FIRST_RESPONSE, ClockName.of("FIRST_RESPONSE"));
        assertTrue(ClockName.FINAL.isCitizens());
        assertTrue(ClockName.FIRST_RESPONSE.isCitizens());
        assertFalse(ClockName.of("resolve").isCitizens());
        assertThrows(IllegalArgumentException.class, () -> ClockName.of("ответ"));
    }

    private SlaClock stopped(int afterHours) {
        return clock.apply(new Stopped(ClockName.FINAL, hours(afterHours)));
    }

    private static Instant hours(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
