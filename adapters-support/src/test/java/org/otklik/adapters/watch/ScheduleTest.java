package org.otklik.adapters.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.otklik.post.AccountId;
import org.otklik.spi.SourceId;
import org.otklik.testkit.SettableClock;

class ScheduleTest {

    private static final AccountId ACCOUNT = AccountId.of("vk", "region");
    private static final AccountId OTHER = AccountId.of("vk", "city");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MANY = 1000;

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-04-24T10:00:00Z"));
    private final Schedule schedule = new Schedule(clock);
    private final PlannedSource wall = planned("wall:1", 1);
    private final PlannedSource search = planned("search:1", 1);

    private static PlannedSource planned(String name, int calls) {
        return new PlannedSource(new SourceId(ACCOUNT, name), MINUTE, calls);
    }

    @Test
    void everything_is_due_at_first_and_asking_changes_nothing() {
        List<SourceId> due = schedule.due(List.of(wall, search), account -> MANY);

        assertEquals(List.of(wall.source(), search.source()), due);
        assertEquals(due, schedule.due(List.of(wall, search), account -> MANY));
    }

    @Test
    void what_was_read_is_due_again_after_its_time() {
        schedule.done(wall.source(), MINUTE);

        assertEquals(List.of(search.source()), schedule.due(List.of(wall, search), account -> MANY));
        clock.advance(MINUTE);
        assertEquals(List.of(search.source(), wall.source()), schedule.due(List.of(wall, search), account -> MANY));
    }

    @Test
    void what_the_account_cannot_pay_waits_and_other_accounts_do_not_wait_for_it() {
        PlannedSource dear = planned("search:2", 5);
        PlannedSource others = new PlannedSource(new SourceId(OTHER, "wall:9"), MINUTE, 1);

        assertEquals(
                List.of(dear.source(), others.source()),
                schedule.due(List.of(dear, wall, others), account -> account.equals(ACCOUNT) ? 3 : MANY));
        assertEquals(List.of(), schedule.due(List.of(dear, wall, others), account -> 0));
    }

    @Test
    void a_clock_that_goes_back_makes_due_instead_of_silencing() {
        schedule.done(wall.source(), MINUTE);

        clock.advance(Duration.ofHours(-5));

        assertEquals(List.of(wall.source()), schedule.due(List.of(wall), account -> MANY));
    }

    @Test
    void what_is_no_longer_planned_is_forgotten() {
        schedule.done(wall.source(), MINUTE);

        schedule.keepOnly(List.of(search));

        assertEquals(List.of(wall.source()), schedule.due(List.of(wall), account -> MANY));
    }

    @Test
    void a_plan_that_cannot_be_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> planned("wall:1", -1));
        assertThrows(IllegalArgumentException.class, () -> new PlannedSource(wall.source(), Duration.ofSeconds(-1), 1));
    }

    @Property(tries = 100)
    void nobody_starves_even_if_some_fail_always_and_the_budget_pays_for_one_only(
            @ForAll @IntRange(min = 1, max = 12) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<PlannedSource> planned = IntStream.range(0, count)
                .mapToObj(i -> new PlannedSource(
                        new SourceId(ACCOUNT, "wall:" + i), MINUTE.multipliedBy(random.nextInt(4)), random.nextInt(5)))
                .toList();
        Schedule own = new Schedule(clock);
        Map<SourceId, Integer> waited = new HashMap<>();

        for (int round = 0; round < 200; round++) {
            List<SourceId> due = own.due(planned, account -> 1);
            for (PlannedSource one : planned) {
                waited.merge(one.source(), 1, Integer::sum);
            }
            for (SourceId one : due) {
                waited.put(one, 0);
                if (one.name().hashCode() % 2 == 0) {
                    own.tried(one);
                } else {
                    own.done(one, every(planned, one));
                }
            }
            clock.advance(Duration.ofSeconds(random.nextInt(60)));
            // An interval is at most three minutes; a round takes half a minute on average, and may take none.
            assertTrue(waited.values().stream().allMatch(rounds -> rounds <= 40 + count), waited::toString);
        }
    }

    private static Duration every(List<PlannedSource> planned, SourceId source) {
        return planned.stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElseThrow()
                .every();
    }
}
