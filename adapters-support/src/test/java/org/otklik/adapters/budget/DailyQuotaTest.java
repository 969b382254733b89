package org.otklik.adapters.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterState;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;

class DailyQuotaTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-04-24T20:59:00Z");

    private final SettableClock clock = SettableClock.startingAt(BEFORE_MIDNIGHT);
    private final AdapterState state = InMemoryContext.of(clock).state(AccountId.of("vk", "region"));

    private DailyQuota quota(long limit, InstantSource time) {
        return new DailyQuota(state, "newsfeed.search", limit, MOSCOW, time);
    }

    @Test
    void the_day_begins_at_midnight_of_the_network_and_not_before() {
        DailyQuota quota = quota(2, clock);

        assertTrue(quota.tryTake(2));
        assertFalse(quota.tryTake(1));
        clock.advance(Duration.ofSeconds(59));
        assertFalse(quota.tryTake(1));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(2, quota.left());
        assertTrue(quota.tryTake(1));
    }

    @Test
    void a_restart_does_not_fill_the_quota() {
        assertTrue(quota(5, clock).tryTake(3));

        assertEquals(2, quota(5, clock).left());
        assertFalse(quota(5, clock).tryTake(3));
    }

    @Test
    void what_the_network_calls_used_up_is_used_up() {
        DailyQuota quota = quota(5, clock);
        quota.tryTake(1);

        quota.exhaust();
        quota.exhaust();

        assertEquals(0, quota.left());
        assertFalse(quota.tryTake(1));
        clock.advance(Duration.ofDays(1));
        assertEquals(5, quota.left());
    }

    @Test
    void two_nodes_whose_clocks_disagree_around_midnight_share_one_quota() {
        DailyQuota ahead = quota(10, () -> clock.instant().plusSeconds(600));
        DailyQuota behind = quota(10, clock);

        int taken = 0;
        for (int i = 0; i < 50; i++) {
            taken += (ahead.tryTake(1) ? 1 : 0) + (behind.tryTake(1) ? 1 : 0);
        }

        assertEquals(10, taken);
    }

    @Test
    void a_clock_that_was_years_ahead_does_not_spend_the_quota_of_years() {
        quota(10, () -> Instant.parse("2099-01-01T00:00:00Z")).tryTake(10);

        assertFalse(quota(10, clock).tryTake(1));
        quota(10, clock).exhaust();
        clock.advance(Duration.ofDays(1));

        assertTrue(quota(11, clock).left() >= 1);
    }

    @Test
    void what_nobody_can_read_in_the_state_counts_as_nothing_used() {
        state.compareAndSet("quota:newsfeed.search", Optional.empty(), "yesterday a lot");

        assertEquals(3, quota(3, clock).left());
    }

    @Test
    void nonsense_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> quota(-1, clock));
        assertThrows(IllegalArgumentException.class, () -> quota(1, clock).tryTake(0));
    }

    @Test
    void no_amount_is_large_enough_to_overflow() {
        assertTrue(quota(Long.MAX_VALUE, clock).tryTake(1));
        assertFalse(quota(Long.MAX_VALUE, clock).tryTake(Long.MAX_VALUE));
    }

    @Property
    void no_day_is_overdrawn_whatever_is_taken_when_and_after_how_many_restarts(
            @ForAll @IntRange(max = 20) int limit,
            @ForAll @Size(max = 100) List<@IntRange(min = 0, max = 300) Integer> minutes,
            @ForAll @Size(max = 100) List<@IntRange(min = 1, max = 7) Integer> amounts) {
        SettableClock own = SettableClock.startingAt(BEFORE_MIDNIGHT);
        AdapterState shared = InMemoryContext.of(own).state(AccountId.of("vk", "region"));
        Map<String, Integer> taken = new HashMap<>();

        for (int i = 0; i < Math.min(minutes.size(), amounts.size()); i++) {
            own.advance(Duration.ofMinutes(minutes.get(i)));
            int amount = amounts.get(i);
            if (new DailyQuota(shared, "n", limit, MOSCOW, own).tryTake(amount)) {
                String day = own.instant().atZone(MOSCOW).toLocalDate().toString();
                assertTrue(taken.merge(day, amount, Integer::sum) <= limit, day);
            }
        }
    }

    @Test
    void many_at_once_never_overdraw() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> takers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            takers.add(threads.submit(() -> {
                DailyQuota quota = quota(500, clock);
                int taken = 0;
                for (int one = 0; one < 100; one++) {
                    taken += quota.tryTake(1) ? 1 : 0;
                }
                return taken;
            }));
        }
        int all = 0;
        for (Future<Integer> taker : takers) {
            all += taker.get();
        }
        threads.shutdown();

        assertTrue(all <= 500, () -> "overdrawn");
        assertEquals(500L - all, quota(500, clock).left());
    }
}
