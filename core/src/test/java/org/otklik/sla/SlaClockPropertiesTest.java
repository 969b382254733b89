package org.otklik.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.otklik.sla.ClockEvent.Paused;
import org.otklik.sla.ClockEvent.Resumed;
import org.otklik.sla.ClockEvent.Started;
import org.otklik.sla.ClockEvent.Stopped;

class SlaClockPropertiesTest {

    private static final WorkCalendar CALENDAR = Samples.office(ZoneId.of("Europe/Berlin"));
    private static final Instant SPRING = Instant.parse("2027-03-26T08:00:00Z");

    @Property
    void segments_touch_and_sum_to_the_wall_time(
            @ForAll("histories") List<ClockEvent> events, @ForAll @IntRange(max = 900) int hours) {
        SlaClock clock = onCalendar(events);

        ClockExplanation why = clock.explain(SPRING.plus(Duration.ofHours(hours)), CALENDAR);

        Duration sum = Duration.ZERO;
        Instant at = why.startedAt();
        for (ClockSegment segment : why.segments()) {
            assertEquals(at, segment.from());
            at = segment.until();
            sum = sum.plus(segment.length());
        }
        assertEquals(why.asOf(), at);
        assertEquals(Duration.between(why.startedAt(), why.asOf()), sum);
        assertEquals(why.worked(), why.total(SegmentKind.WORKED));
        assertEquals(clock.elapsed(why.asOf(), CALENDAR), why.worked());
    }

    @Property
    void the_deadline_is_where_the_target_is_worked_off(@ForAll("histories") List<ClockEvent> events) {
        SlaClock clock = onCalendar(events);

        Optional<Instant> deadline = clock.deadline(CALENDAR);

        if (deadline.isPresent() && clock.state() != ClockState.STOPPED) {
            assertEquals(clock.target().length(), clock.elapsed(deadline.get(), CALENDAR));
        }
    }

    @Property
    void a_warning_never_comes_after_the_deadline(
            @ForAll("histories") List<ClockEvent> events, @ForAll @IntRange(min = 1, max = 99) int percent) {
        SlaClock clock = onCalendar(events);

        Optional<Instant> deadline = clock.deadline(CALENDAR);

        deadline.ifPresent(
                due -> assertFalse(clock.warnAt(percent, CALENDAR).orElseThrow().isAfter(due)));
    }

    @Property
    void a_pause_shifts_the_deadline_by_its_working_time(
            @ForAll @IntRange(min = 1, max = 200) int targetHours,
            @ForAll @IntRange(max = 400) int pausedAfter,
            @ForAll @IntRange(max = 400) int pausedFor) {
        SlaClock clock = SlaClock.start(new Started(ClockName.FINAL, SPRING, Samples.officeHours(targetHours)));
        Instant due = clock.deadline(CALENDAR).orElseThrow();
        Instant from = SPRING.plus(Duration.ofHours(pausedAfter));
        Instant until = from.plus(Duration.ofHours(pausedFor));

        SlaClock resumed =
                clock.apply(new Paused(ClockName.FINAL, from, "asked")).apply(new Resumed(ClockName.FINAL, until));

        Duration pause = from.isBefore(due) ? CALENDAR.between(from, until) : Duration.ZERO;
        Duration wait = Samples.officeHours(targetHours).length().plus(pause);
        assertEquals(wait, CALENDAR.between(SPRING, resumed.deadline(CALENDAR).orElseThrow()));
        assertEquals(SPRING, resumed.startedAt());
    }

    @Property
    void the_start_never_moves_later_within_a_round(@ForAll("histories") List<ClockEvent> events) {
        SlaClock clock = null;
        for (ClockEvent event : events) {
            SlaClock next = clock == null
                    ? SlaClock.start(new Started(ClockName.FINAL, SPRING, Samples.officeHours(9)))
                    : clock.apply(event);
            if (clock != null && next.round() == clock.round()) {
                assertFalse(next.startedAt().isAfter(clock.startedAt()));
            }
            clock = next;
        }
    }

    @Property
    void an_event_that_cannot_be_applied_changes_nothing(@ForAll("histories") List<ClockEvent> events) {
        SlaClocks clocks = SlaClocks.none();
        for (ClockEvent event : events) {
            SlaClocks next = clocks.apply(event);
            assertEquals(clocks.canApply(event), !next.equals(clocks) || changesNothingVisible(clocks, event));
            clocks = next;
        }
    }

    /** A new target may equal the old one. */
    private static boolean changesNothingVisible(SlaClocks clocks, ClockEvent event) {
        return event instanceof ClockEvent.Retargeted && clocks.canApply(event);
    }

    @Property
    void folding_in_two_parts_is_folding_at_once(
            @ForAll("histories") List<ClockEvent> events, @ForAll @IntRange(max = 20) int cut) {
        int at = Math.min(cut, events.size());
        SlaClocks first = SlaClocks.fold(events.subList(0, at));

        SlaClocks both = first;
        for (ClockEvent event : events.subList(at, events.size())) {
            both = both.apply(event);
        }

        assertEquals(SlaClocks.fold(events), both);
    }

    @Property
    void the_order_among_different_clocks_does_not_matter(@ForAll("histories") List<ClockEvent> events) {
        List<ClockEvent> draft =
                events.stream().map(SlaClockPropertiesTest::asDraft).toList();
        List<ClockEvent> oneAfterTheOther = new ArrayList<>(events);
        oneAfterTheOther.addAll(draft);
        List<ClockEvent> interleaved = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            interleaved.add(draft.get(i));
            interleaved.add(events.get(i));
        }

        assertEquals(SlaClocks.fold(oneAfterTheOther), SlaClocks.fold(interleaved));
    }

    @Property
    void stopping_ends_any_live_clock_and_nothing_moves_it_again(@ForAll("histories") List<ClockEvent> events) {
        SlaClock ended = onCalendar(events).apply(new Stopped(ClockName.FINAL, SPRING.plus(Duration.ofDays(60))));

        assertFalse(ended.state().isLive());
        for (ClockEvent event : events) {
            if (!(event instanceof Started)) {
                assertSame(ended, ended.apply(event));
            }
        }
        assertTrue(ended.nextDue(CALENDAR).isEmpty());
    }

    private static SlaClock onCalendar(List<ClockEvent> events) {
        return SlaClock.fold(events).orElseThrow();
    }

    private static ClockEvent asDraft(ClockEvent event) {
        ClockName draft = ClockName.DRAFT;
        if (event instanceof Started started) {
            return new Started(draft, started.at(), started.target());
        }
        if (event instanceof Paused paused) {
            return new Paused(draft, paused.at(), paused.reason());
        }
        if (event instanceof Resumed resumed) {
            return new Resumed(draft, resumed.at());
        }
        return new Stopped(draft, event.at());
    }

    /** A start, then any events at instants that mostly, but not always, go forward. */
    @Provide
    Arbitrary<List<ClockEvent>> histories() {
        Arbitrary<Instant> instants =
                Arbitraries.integers().between(-48, 800).map(hours -> SPRING.plus(Duration.ofHours(hours)));
        Arbitrary<Integer> percents = Arbitraries.integers().between(1, 99);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 90);
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 11);
        return Combinators.combine(kinds, instants, lengths, percents)
                .as(SlaClockPropertiesTest::event)
                .list()
                .ofMaxSize(15)
                .map(events -> {
                    List<ClockEvent> all = new ArrayList<>();
                    all.add(new Started(ClockName.FINAL, SPRING, Samples.officeHours(9)));
                    all.addAll(events);
                    return List.copyOf(all);
                });
    }

    private static ClockEvent event(int kind, Instant at, int hours, int percent) {
        ClockName name = ClockName.FINAL;
        return switch (kind) {
            case 0 -> new Started(name, at, Samples.officeHours(hours));
            case 1, 2, 3 -> new Paused(name, at, "asked");
            case 4, 5, 6 -> new Resumed(name, at);
            case 7 -> new ClockEvent.Retargeted(name, at, Samples.officeHours(hours));
            case 8 -> new ClockEvent.Reanchored(name, at, at.minus(Duration.ofHours(hours)));
            case 9 -> new ClockEvent.Warned(name, at, percent);
            case 10 -> new ClockEvent.Breached(name, at);
            default -> percent > 60 ? new Stopped(name, at) : new ClockEvent.Cancelled(name, at, "rejected");
        };
    }
}
