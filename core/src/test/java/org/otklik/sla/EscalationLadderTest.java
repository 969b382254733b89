package org.otklik.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscalationLadderTest {

    private static final Instant NOW = Instant.parse("2025-11-05T07:00:00Z");

    @Test
    void a_ladder_climbs_with_the_overrun_and_falls_with_the_answer() {
        EscalationLadder ladder = EscalationLadder.of(
                new EscalationLevel(1, 100, Duration.ZERO, List.of("CURATOR")),
                new EscalationLevel(2, 150, Duration.ZERO, List.of("HEAD")),
                new EscalationLevel(3, 150, Duration.ofHours(24), List.of("CONTROLLER", "HEAD")));
        SlaClock clock = SlaClock.start(new ClockEvent.Started(
                ClockName.FINAL, NOW, ClockTarget.aroundTheClock(Duration.ofHours(24), 75, "v1")));

        assertEquals(0, level(ladder, clock, 23));
        assertEquals(1, level(ladder, clock, 24));
        assertEquals(2, level(ladder, clock, 36));
        assertEquals(3, level(ladder, clock, 48));
        SlaClock answered = clock.apply(new ClockEvent.Stopped(ClockName.FINAL, NOW.plus(Duration.ofHours(50))));
        assertEquals(0, level(ladder, answered, 60));
    }

    @Test
    void a_ladder_that_does_not_climb_is_refused() {
        EscalationLevel first = new EscalationLevel(1, 100, Duration.ZERO, List.of("HEAD"));
        EscalationLevel wrong = new EscalationLevel(3, 90, Duration.ZERO, List.of("HEAD"));

        InvalidSlaException mistakes = assertThrows(InvalidSlaException.class, () -> EscalationLadder.of(first, wrong));

        assertEquals(2, mistakes.mistakes().size());
    }

    private static int level(EscalationLadder ladder, SlaClock clock, int hours) {
        return ladder.level(clock, NOW.plus(Duration.ofHours(hours)), WorkCalendar.alwaysOpen())
                .map(EscalationLevel::level)
                .orElse(0);
    }
}
