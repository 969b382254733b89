package org.otklik.internal.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SharedClockTest {

    private static final Instant MORNING = Instant.parse("2026-11-19T06:00:00Z");

    private Instant there = MORNING;
    private Instant here = MORNING.plus(Duration.ofMinutes(10));
    private long nanos = Long.MAX_VALUE - 5;
    private Duration wire = Duration.ZERO;
    private boolean broken;
    private int asked;

    private Instant ask() {
        asked++;
        if (broken) {
            throw new IllegalStateException("no connection");
        }
        Instant answer = there;
        pass(wire);
        return answer;
    }

    private void pass(Duration length) {
        there = there.plus(length);
        here = here.plus(length);
        nanos += length.toNanos();
    }

    private SharedClock clock() {
        return new SharedClock(this::ask, () -> here, () -> nanos);
    }

    @Test
    void it_tells_the_storages_time_and_not_the_nodes() {
        SharedClock clock = clock();

        pass(Duration.ofSeconds(3));

        assertEquals(MORNING.plusSeconds(3), clock.instant());
        assertEquals(1, asked);
    }

    @Test
    void a_jump_of_the_nodes_clock_changes_nothing() {
        SharedClock clock = clock();
        pass(Duration.ofSeconds(3));

        here = here.plus(Duration.ofHours(24));
        Instant before = clock.instant();
        clock.refresh();

        assertEquals(MORNING.plusSeconds(3), before);
        assertEquals(MORNING.plusSeconds(3), clock.instant());
    }

    @Test
    void the_storage_is_asked_again_after_a_while_only() {
        SharedClock clock = clock();

        pass(Duration.ofSeconds(9));
        clock.refresh();
        int early = asked;
        there = there.plusSeconds(2);
        pass(Duration.ofSeconds(1));
        clock.refresh();

        assertEquals(1, early);
        assertEquals(there, clock.instant());
    }

    @Test
    void a_machine_that_was_suspended_asks_at_once() {
        SharedClock clock = clock();
        pass(Duration.ofSeconds(2));

        there = there.plus(Duration.ofHours(8));
        here = here.plus(Duration.ofHours(8));
        clock.refresh();

        assertEquals(there, clock.instant());
    }

    @Test
    void an_answer_that_took_long_turns_nothing_back() {
        SharedClock clock = clock();
        pass(Duration.ofSeconds(10));
        wire = Duration.ofSeconds(4);

        clock.refresh();

        assertEquals(there, clock.instant());
    }

    @Test
    void a_storage_whose_clock_was_set_back_is_followed() {
        SharedClock clock = clock();
        pass(Duration.ofSeconds(10));
        there = there.minus(Duration.ofHours(1));
        wire = Duration.ofMillis(5);

        clock.refresh();

        assertEquals(there.minusMillis(5), clock.instant());
    }

    @Test
    void a_first_answer_that_took_long_is_late_until_the_next_one() {
        wire = Duration.ofSeconds(4);
        SharedClock clock = clock();
        Instant late = clock.instant();
        wire = Duration.ZERO;

        pass(Duration.ofSeconds(1));
        clock.refresh();

        assertEquals(MORNING, late);
        assertEquals(there, clock.instant());
    }

    @Test
    void without_an_answer_the_time_goes_on_and_the_question_rests() {
        SharedClock clock = clock();
        pass(Duration.ofSeconds(10));
        broken = true;

        clock.refresh();
        clock.refresh();

        assertEquals(there, clock.instant());
        assertEquals(2, asked);
    }

    @Test
    void nobody_is_ahead_of_the_storage() {
        wire = Duration.ofMillis(300);

        SharedClock clock = clock();

        assertFalse(clock.instant().isAfter(there));
        assertEquals(there.minusMillis(300), clock.instant());
    }
}
