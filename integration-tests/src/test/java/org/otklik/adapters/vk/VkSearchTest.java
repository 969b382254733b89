package org.otklik.adapters.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.SourceId;
import org.otklik.testkit.vk.VkLimits;

/** Queries over the whole network: windows, a thousand results, alternatives, changes, the day's budget. */
class VkSearchTest {

    private static final String SEARCH = "search:q0";

    private final VkReading desk = new VkReading(VkReading.hasty()).unlimited();

    @AfterEach
    void close() {
        desk.close();
    }

    private String post(String text) {
        return desk.vk.post(-desk.talk, VkReading.ANNA, text);
    }

    @Test
    void more_results_than_vk_gives_for_one_search_all_arrive_though_the_process_dies_after_each_page() {
        desk.watchQueries("яма");
        Set<String> written = new HashSet<>();
        for (int i = 0; i < 2_500; i++) {
            if (i % 2 == 0) {
                desk.clock.advance(Duration.ofSeconds(1));
            }
            written.add(post("яма номер " + i));
        }

        Set<String> found = new HashSet<>();
        boolean more = true;
        while (more) {
            desk.restarted();
            PostPage page = desk.poll(SEARCH, 100);
            page.changes().forEach(change -> found.add(change.id().nativeId()));
            more = page.more();
        }

        assertEquals(written, found);
    }

    @Test
    void each_alternative_is_searched_and_what_is_found_says_why() {
        desk.watchQueries("(яма | свалка) \"улица победы\" -продам");
        String first = post("Яма, улица Победы, дом 3");
        String second = post("Свалка: улица Победы");
        String third = post("Продам яму, улица Победы");
        String comment = desk.vk.comment(third, VkReading.BORIS, "А яма-то улица Победы");

        List<PostChange> changes = desk.read(SEARCH, 100);

        assertEquals(Set.of(first, second, comment), VkReading.known(changes).keySet());
        Post found = VkReading.post(changes, comment);
        assertEquals(Optional.of("q0"), found.matchedQuery());
        assertEquals(Optional.of(PostId.of("vk", third)), found.discussion().parent());
        assertEquals(2, desk.vk.callsOf("newsfeed.search"));
    }

    @Test
    void what_comes_late_into_the_search_is_found_by_the_next_run() {
        desk.watchQueries("яма");
        desk.clock.advance(Duration.ofMinutes(30));
        desk.read(SEARCH, 100);
        desk.clock.advance(Duration.ofMinutes(10));
        String post = post("яма");

        assertTrue(VkReading.known(desk.read(SEARCH, 100)).containsKey(post));
    }

    @Test
    void a_changed_query_works_without_a_restart_even_in_the_middle_of_paging() {
        desk.watchQueries("яма");
        for (int i = 0; i < 30; i++) {
            post("яма");
        }
        String other = post("свалка");
        desk.poll(SEARCH, 10);

        desk.watchQueries("свалка", "потоп");
        List<PostChange> changes = desk.read(SEARCH, 10);

        assertTrue(VkReading.known(changes).containsKey(other));
        assertTrue(desk.adapter.sources().contains(VkReading.source("search:q1")));
        assertThrows(AdapterException.class, () -> desk.poll("search:q2", 10));
    }

    @Test
    void a_query_with_too_many_alternatives_says_so_and_the_others_go_on() {
        desk.watchQueries("(a1 | a2 | a3 | a4 | a5) (b1 | b2 | b3 | b4 | b5)", "яма");
        String post = post("яма");

        AdapterException failure = assertThrows(AdapterException.class, () -> desk.poll(SEARCH, 10));

        assertEquals(FailureKind.CONFIGURATION, failure.kind());
        assertTrue(String.valueOf(failure.getMessage()).contains("a1 | a2"));
        assertTrue(VkReading.known(desk.read("search:q1", 10)).containsKey(post));
    }

    @Test
    void queries_spread_over_the_day_within_a_thousand_searches() {
        try (VkReading day = new VkReading(settings -> settings.withoutLongPoll())) {
            day.vk.withLimits(VkLimits.official());
            String[] queries = new String[12];
            for (int i = 0; i < queries.length; i++) {
                queries[i] = "(яма | свалка | потоп) слово" + i;
            }
            day.watchQueries(queries);
            Instant end = day.clock.instant().plus(Duration.ofDays(1));
            while (day.clock.instant().isBefore(end)) {
                day.listen(1);
                day.clock.advance(Duration.ofSeconds(59));
            }

            assertTrue(day.vk.callsOf("newsfeed.search") <= 1_000);
            assertTrue(day.vk.callsOf("newsfeed.search") > 800);
            assertEquals(
                    12,
                    day.adapter.yields().stream()
                            .filter(one -> one.calls() > 60)
                            .count());
            assertTrue(day.failures.stream().noneMatch(one -> one.kind() == FailureKind.QUOTA));
        }
    }

    @Test
    void a_spent_quota_stops_searching_until_midnight_in_moscow_and_nothing_else() {
        desk.watchQueries("яма");
        desk.vk.failNext("newsfeed.search", 29);

        AdapterException spent = assertThrows(AdapterException.class, () -> desk.poll(SEARCH, 10));
        assertEquals(FailureKind.QUOTA, spent.kind());
        assertEquals(Optional.of(Duration.ofHours(12)), spent.retryAfter());
        desk.clock.advance(Duration.ofSeconds(2));
        assertEquals(List.of("wall:-" + desk.official), names());

        desk.clock.advance(Duration.ofHours(12));
        assertTrue(names().contains(SEARCH));
        desk.read(SEARCH, 10);
        assertEquals(2, desk.vk.callsOf("newsfeed.search"));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        desk.adapter.sources().stream().map(SourceId::name).forEach(names::add);
        return names;
    }

    @Test
    void an_own_quota_is_never_overdrawn() {
        try (VkReading frugal =
                new VkReading(settings -> VkReading.hasty().apply(settings).dailyQuota("newsfeed.search", 3))) {
            frugal.unlimited();
            frugal.watchQueries("яма");
            for (int i = 0; i < 3; i++) {
                frugal.restarted();
                frugal.adapter.poll(VkReading.source(SEARCH), Optional.empty(), 100);
            }
            frugal.restarted();

            AdapterException spent = assertThrows(AdapterException.class, () -> frugal.poll(SEARCH, 100));

            assertEquals(Optional.of("own-quota"), spent.code());
            assertEquals(3, frugal.vk.callsOf("newsfeed.search"));
            assertFalse(frugal.adapter.sources().contains(VkReading.source(SEARCH)));
        }
    }
}
