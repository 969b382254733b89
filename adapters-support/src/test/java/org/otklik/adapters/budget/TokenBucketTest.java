package org.otklik.adapters.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.otklik.testkit.SettableClock;

class TokenBucketTest {

    private static final Instant START = Instant.parse("2026-04-24T10:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SettableClock clock = SettableClock.startingAt(START);

    @Property
    void no_window_lets_more_through_than_the_budget_whatever_the_tries_and_clock_steps(
            @ForAll @IntRange(min = 1, max = 5) int calls,
            @ForAll @Size(max = 200) List<@IntRange(min = -3000, max = 1500) Integer> steps) {
        SettableClock jumping = SettableClock.startingAt(START);
        TokenBucket bucket = new TokenBucket(calls, SECOND, jumping);
        long forward = 0;
        List<Long> through = new ArrayList<>();

        for (int step : steps) {
            jumping.advance(Duration.ofMillis(step));
            forward += Math.max(0, step);
            int free = bucket.available();
            assertEquals(free > 0, bucket.untilFree().isZero());
            if (bucket.tryTake()) {
                through.add(forward);
                assertEquals(free - 1, bucket.available());
            }
        }

        for (int i = calls; i < through.size(); i++) {
            assertTrue(through.get(i) - through.get(i - calls) >= 1000, through::toString);
        }
    }

    @Property
    void whoever_waits_as_long_as_told_gets_a_permit(
            @ForAll @IntRange(min = 1, max = 5) int calls,
            @ForAll @Size(max = 100) List<@IntRange(min = -3000, max = 1500) Integer> steps,
            @ForAll @IntRange(min = 0, max = 100_000) int rest) {
        SettableClock jumping = SettableClock.startingAt(START);
        TokenBucket bucket = new TokenBucket(calls, SECOND, jumping);
        for (int step : steps) {
            jumping.advance(Duration.ofMillis(step));
            bucket.tryTake();
        }
        bucket.restUntil(jumping.instant().plusMillis(rest));

        Duration wait = bucket.untilFree();

        assertTrue(wait.compareTo(SECOND.plusMillis(rest)) <= 0, wait::toString);
        jumping.advance(wait);
        assertTrue(bucket.tryTake());
    }

    @Test
    void a_clock_that_goes_back_by_a_day_does_not_stop_the_account_for_a_day() {
        TokenBucket bucket = new TokenBucket(1, SECOND, clock);
        assertTrue(bucket.tryTake());

        clock.advance(Duration.ofDays(-1));

        assertEquals(SECOND, bucket.untilFree());
        clock.advance(SECOND);
        assertTrue(bucket.tryTake());
    }

    @Test
    void nothing_is_there_while_the_network_wants_a_rest_and_a_shorter_wish_changes_nothing() {
        TokenBucket bucket = new TokenBucket(3, SECOND, clock);

        bucket.restUntil(START.plusSeconds(60));
        bucket.restUntil(START.plusSeconds(5));

        assertTrue(bucket.isResting());
        assertEquals(0, bucket.available());
        assertFalse(bucket.tryTake());
        assertEquals(Duration.ofMinutes(1), bucket.untilFree());
        clock.advance(Duration.ofMinutes(1));
        assertFalse(bucket.isResting());
        assertEquals(3, bucket.available());
    }

    @Test
    void no_wish_is_heeded_for_longer_than_a_day() {
        TokenBucket bucket = new TokenBucket(3, SECOND, clock);

        bucket.restUntil(Instant.MAX);

        assertEquals(Duration.ofDays(1), bucket.untilFree());
    }

    @Test
    void a_budget_of_nothing_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new TokenBucket(0, SECOND, clock));
        assertThrows(IllegalArgumentException.class, () -> new TokenBucket(1, Duration.ZERO, clock));
        assertThrows(IllegalArgumentException.class, () -> new TokenBucket(1, Duration.ofDays(1000), clock));
    }
}
