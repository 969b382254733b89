package org.otklik.adapters.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.post.PostId;

/** Ten minutes in which a network says "too fast" to everything, while the desk steps every second (P13). */
@Timeout(120)
class A429StormTest {

    private static final int TEN_MINUTES = 600;

    private final StormTown town =
            new StormTown(VkStorm::new, OkStorm::new, XStorm::new, FacebookStorm::new, InstagramStorm::new);
    private final Map<PostId, Instant> unheard = new HashMap<>();
    private final List<PostId> written = new ArrayList<>();

    @AfterEach
    void close() {
        town.close();
    }

    @ParameterizedTest
    @EnumSource(StormNetwork.TooFast.class)
    void a_storm_exceeds_no_budget_loses_nothing_and_slows_nobody_else(StormNetwork.TooFast how) {
        StormNetwork stormed = town.networks.stream()
                .filter(one -> one.reader().network().code().equals(how.network()))
                .findFirst()
                .orElseThrow();
        PostId pit = town.approved(stormed);
        town.wires.values().forEach(Wiretap::forget);
        town.captured = 0;

        stormed.storm(how);
        Duration slowest = weather(stormed);
        List<Integer> asked = stormed.budgets().stream()
                .map(budget -> town.wire(stormed).of(budget.token()).size())
                .toList();
        assertEquals(List.of(), stormed.repliesTo(pit));
        stormed.calm();
        town.clock.advance(Duration.ofMinutes(16));
        town.listen(60);

        assertBudgets();
        assertTrue(asked.stream().allMatch(calls -> calls >= 1 && calls <= most(how)), how + " asked " + asked);
        assertTrue(slowest.compareTo(Duration.ofSeconds(20)) <= 0, "Others waited for " + slowest);
        written.forEach(post -> assertTrue(town.knows(post), post + " is lost"));
        assertEquals(written.size(), town.captured);
        town.publish(Duration.ofMinutes(30));
        assertEquals(List.of(StormTown.ANSWER), stormed.repliesTo(pit));
    }

    /**
     * VK's 6 asks for a second of rest, which grows with each refusal up to minutes; its 9 asks for minutes; OK's 8 for
     * one, as Meta's codes do; X names the end of its quarter.
     */
    private static int most(StormNetwork.TooFast how) {
        return switch (how) {
            case VK_6 -> 20;
            case OK_8 -> 10;
            case VK_9, X_429 -> 3;
            case FB_32, IG_4 -> 10;
        };
    }

    /** Citizens write everywhere once a minute; returns how long others than the stormed network were not heard. */
    private Duration weather(StormNetwork stormed) {
        Duration slowest = Duration.ZERO;
        for (int second = 0; second < TEN_MINUTES; second++) {
            if (second % 60 == 0) {
                write(stormed, second / 60);
            }
            if (second % 10 == 0) {
                town.desk.publishDue();
            }
            town.step();
            slowest = longer(slowest, heard());
        }
        return slowest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private void write(StormNetwork stormed, int minute) {
        for (StormNetwork one : town.networks) {
            List<PostId> fresh = List.of(
                    one.write(one + ": сообщение номер " + minute), one.writeToSpeaker(one + ": вопрос " + minute));
            written.addAll(fresh);
            if (one != stormed) {
                fresh.forEach(post -> unheard.put(post, town.clock.instant()));
            }
        }
    }

    private Duration heard() {
        Instant now = town.clock.instant();
        Duration longest = unheard.values().stream()
                .map(at -> Duration.between(at, now))
                .reduce(Duration.ZERO, A429StormTest::longer);
        unheard.keySet().removeIf(town::knows);
        return longest;
    }

    private void assertBudgets() {
        for (StormNetwork one : town.networks) {
            for (StormNetwork.Budget budget : one.budgets()) {
                int busiest = town.wire(one).busiest(budget.token(), budget.window());
                assertTrue(busiest <= budget.calls(), one + " made " + busiest + " calls, " + budget);
            }
        }
    }
}
