package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.post.GeoPoint;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.QueryYield;
import org.otklik.spi.SourceId;
import org.otklik.testkit.x.Spelling;

class XReadingTest {

    private static final SourceId ROADS = XHost.source("search:roads");

    @Test
    void a_search_says_why_it_found_a_post_and_leaves_out_what_is_not_wanted() {
        try (XHost host = XHost.open().watching("roads", "(яма | ямы) -продам")) {
            String found = host.x.post(host.citizen, "Яма у вокзала & дальше <тоже>");
            host.x.post(host.citizen, "Продам дом, рядом яма");
            host.x.post(host.citizen, "Хорошая погода");

            XHost.Reading reading = host.read(ROADS);

            Post post = reading.post(found);
            assertEquals(List.of("Яма у вокзала & дальше <тоже>"), reading.texts());
            assertEquals(Optional.of("roads"), post.matchedQuery());
            assertEquals(
                    "https://x.com/zhitel/status/" + found,
                    post.address().orElseThrow().toString());
            assertEquals(host.citizen, post.author().orElseThrow().nativeId());
        }
    }

    @Test
    void each_query_says_what_its_searches_and_looks_cost_and_what_they_brought() {
        try (XHost host = XHost.open().watching("roads", "яма")) {
            host.x.post(host.citizen, "Яма у вокзала");
            host.x.post(host.citizen, "Яма у рынка");

            Cursor end = host.read(ROADS).end();
            host.wait(Duration.ofMinutes(10));
            host.read(ROADS, Optional.of(end));
            host.read(XHost.mentions());

            assertEquals(
                    List.of(new QueryYield("roads", PostId.of("x", "1").network(), 4, 2, XHost.MORNING)),
                    host.adapter.yields());
        }
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void both_spellings_bring_the_same(Spelling spelling) {
        try (XHost host = XHost.open(settings -> settings.spelling(XSettings.Spelling.valueOf(spelling.name())))
                .watching("roads", "яма")) {
            host.x.spelling(spelling);
            String root = host.x.post(host.official, "Задавайте вопросы");
            String first = host.x.post(host.citizen, "Длинная яма " + "а".repeat(400));
            host.x.locate(first, "Samara", 50.1, 53.2);
            String answer = host.x.reply(host.citizen, root, "Яма у вокзала");

            XHost.Reading reading = host.read(ROADS);

            Post note = reading.post(first);
            assertEquals("Длинная яма " + "а".repeat(400), note.text());
            assertEquals(Optional.of(new GeoPoint(53.2, 50.1)), note.point());
            Post reply = reading.post(answer);
            assertEquals(Optional.of(PostId.of("x", root)), reply.discussion().parent());
            assertEquals(Optional.of("Задавайте вопросы"), reply.discussion().parentText());
            assertEquals(Optional.of("krai_official"), reply.discussion().page());
        }
    }

    @Test
    void an_edit_comes_as_the_same_post_with_its_new_text() {
        try (XHost host = XHost.open().watching("roads", "яма")) {
            String first = host.x.post(host.citizen, "Яма");
            Cursor end = host.read(ROADS).end();
            host.wait(Duration.ofMinutes(10));
            host.x.edit(first, "Большая яма");

            Post post = host.read(ROADS, Optional.of(end)).post(first);

            assertEquals("Большая яма", post.text());
            assertEquals(XHost.MORNING, post.publishedAt());
            assertEquals(Optional.of(XHost.MORNING.plus(Duration.ofMinutes(10))), post.editedAt());
        }
    }

    @Test
    void an_edit_that_no_longer_matches_is_found_by_looking_up() {
        try (XHost host = XHost.open().watching("roads", "яма")) {
            String first = host.x.post(host.citizen, "Яма");
            Cursor end = host.read(ROADS).end();
            host.wait(Duration.ofMinutes(10));
            host.x.edit(first, "Уже засыпали");

            assertEquals(
                    "Уже засыпали",
                    host.read(ROADS, Optional.of(end)).post(first).text());
        }
    }

    @Test
    void deletions_are_looked_up_twice_a_day_and_not_more_often() {
        try (XHost host = XHost.open(settings -> settings.lookupEvery(Duration.ofHours(12)))
                .watching("roads", "яма")) {
            String first = host.x.post(host.citizen, "Яма");
            Cursor end = host.read(ROADS).end();
            host.x.delete(first);

            host.wait(Duration.ofHours(11));
            XHost.Reading before = host.read(ROADS, Optional.of(end));
            host.wait(Duration.ofHours(2));
            XHost.Reading after = host.read(ROADS, Optional.of(before.end()));

            assertEquals(List.of(), before.changes());
            assertEquals(1, host.x.meter().calls("GET", "/2/tweets"));
            assertEquals(
                    first,
                    assertInstanceOf(PostChange.Gone.class, after.changes().get(0))
                            .id()
                            .nativeId());
        }
    }

    @Test
    void what_is_written_while_pages_are_read_comes_in_the_next_round() {
        try (XHost host =
                XHost.open(settings -> settings.lookupEvery(Duration.ofDays(9))).watching("roads", "яма")) {
            Set<String> written = IntStream.range(0, 35)
                    .mapToObj(i -> host.x.post(host.citizen, "Яма " + i))
                    .collect(Collectors.toCollection(HashSet::new));
            host.wait(Duration.ofMinutes(1));
            PostPage first = host.adapter.poll(ROADS, Optional.empty(), 10);
            written.add(host.x.post(host.citizen, "Яма во время чтения"));
            host.wait(Duration.ofMinutes(1));

            Set<String> read = ids(first.changes());
            XHost.Reading rest = host.read(ROADS, Optional.of(first.next()));
            read.addAll(ids(rest.changes()));
            read.addAll(ids(host.read(ROADS, Optional.of(rest.end())).changes()));

            assertEquals(written, read);
        }
    }

    private static Set<String> ids(List<PostChange> changes) {
        return changes.stream().map(change -> change.id().nativeId()).collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void a_page_that_x_forgot_begins_the_round_anew_and_loses_nothing() {
        try (XHost host =
                XHost.open(settings -> settings.lookupEvery(Duration.ofDays(9))).watching("roads", "яма")) {
            Set<String> written = IntStream.range(0, 25)
                    .mapToObj(i -> host.x.post(host.citizen, "Яма " + i))
                    .collect(Collectors.toCollection(HashSet::new));
            host.wait(Duration.ofMinutes(1));
            PostPage first = host.adapter.poll(ROADS, Optional.empty(), 10);
            host.x.failNext("/2/tweets/search/recent", 400, "invalid-request");

            PostPage forgotten = host.adapter.poll(ROADS, Optional.of(first.next()), 10);

            assertEquals(List.of(), forgotten.changes());
            assertEquals(
                    written, ids(host.read(ROADS, Optional.of(forgotten.next())).changes()));
        }
    }

    @Test
    void a_quiet_search_goes_on_after_more_than_a_week() {
        try (XHost host = XHost.open(settings -> settings.lookupEvery(Duration.ofDays(90)))
                .watching("roads", "яма")) {
            host.x.post(host.citizen, "Яма");
            Cursor end = host.read(ROADS).end();
            host.wait(Duration.ofDays(10));
            String late = host.x.post(host.citizen, "Вторая яма");
            host.wait(Duration.ofMinutes(1));

            assertEquals(Set.of(late), ids(host.read(ROADS, Optional.of(end)).changes()));
        }
    }

    @Test
    void a_search_that_is_too_long_is_read_in_parts_that_find_everything() {
        String words = IntStream.range(0, 90).mapToObj(i -> "слово" + i).collect(Collectors.joining(" | "));
        try (XHost host = XHost.open().watching("roads", "(" + words + ") яма")) {
            String one = host.x.post(host.citizen, "слово1 яма");
            String other = host.x.post(host.citizen, "слово89 яма");

            List<SourceId> sources = host.adapter.sources().stream()
                    .filter(source -> source.name().startsWith("search:roads"))
                    .toList();
            Set<String> found = new HashSet<>();
            sources.forEach(source -> found.addAll(ids(host.read(source).changes())));

            assertTrue(sources.size() > 1);
            assertEquals(XHost.source("search:roads~2"), sources.get(1));
            assertEquals(Set.of(one, other), found);
        }
    }

    @Test
    void another_node_does_not_read_again_within_the_interval() {
        try (XHost host = XHost.open(settings -> settings.searchEvery(Duration.ofMinutes(15)))
                .watching("roads", "яма")) {
            Cursor end = host.read(ROADS).end();
            host.adapter = host.node(settings -> settings.searchEvery(Duration.ofMinutes(15)));
            int calls = host.x.meter().calls("GET", "/2/tweets/search/recent");

            PostPage page = host.adapter.poll(ROADS, Optional.of(end), 10);

            assertEquals(end, page.next());
            assertEquals(calls, host.x.meter().calls("GET", "/2/tweets/search/recent"));
        }
    }

    @Test
    void a_changed_watch_list_works_at_once() {
        try (XHost host = XHost.open().watching("roads", "яма")) {
            host.watching("water", "вода");

            assertTrue(host.adapter.sources().contains(XHost.source("search:water")));
            assertFalse(host.adapter.sources().contains(ROADS));
        }
    }

    @Test
    void without_credits_reading_says_quota_and_goes_on_when_there_are_some() {
        try (XHost host = XHost.open().watching("roads", "яма")) {
            host.x.post(host.citizen, "Яма");
            host.x.meter().credits(BigDecimal.ZERO);
            AdapterException failure =
                    assertThrows(AdapterException.class, () -> host.adapter.poll(ROADS, Optional.empty(), 10));
            host.x.meter().credits(BigDecimal.TEN);
            host.wait(Duration.ofHours(1));

            assertEquals(FailureKind.QUOTA, failure.kind());
            assertTrue(failure.retryAfter().isPresent());
            assertEquals(1, host.read(ROADS).changes().size());
        }
    }

    @Test
    void the_spend_guard_stops_reading_at_the_ceiling_on_every_node_until_midnight() {
        try (XHost host = XHost.open(
                        settings -> settings.prices(XPrices.payPerUse(100)).lookupEvery(Duration.ofDays(9)))
                .watching("roads", "яма")) {
            IntStream.range(0, 60).forEach(i -> host.x.post(host.citizen, "Яма " + i));
            host.wait(Duration.ofMinutes(1));
            Optional<Cursor> cursor = Optional.empty();
            int read = 0;
            while (host.adapter.sources().contains(ROADS)) {
                PostPage page = host.adapter.poll(ROADS, cursor, 100);
                read += page.changes().size();
                cursor = Optional.of(page.next());
            }
            Cursor stopped = cursor.orElseThrow();
            host.adapter = host.node(settings -> settings.prices(XPrices.payPerUse(100)));
            AdapterException failure =
                    assertThrows(AdapterException.class, () -> host.adapter.poll(ROADS, Optional.of(stopped), 100));

            assertEquals(20, read);
            assertEquals(FailureKind.QUOTA, failure.kind());
            assertEquals(Optional.of(Duration.ofHours(16).minusMinutes(1)), failure.retryAfter());
            assertTrue(host.x.meter().spent().compareTo(new BigDecimal("0.101")) < 0);
            host.wait(Duration.ofHours(16));
            assertEquals(
                    20,
                    host.adapter
                            .poll(ROADS, Optional.of(stopped), 100)
                            .changes()
                            .size());
        }
    }

    @Test
    void a_dead_bearer_stops_reading_until_the_safe_has_another() {
        try (XHost host = XHost.open().watching("roads", "яма")) {
            host.x.post(host.citizen, "Яма");
            String good = host.safe.get("bearer-token");
            host.safe.put("bearer-token", "revoked-canary");
            AdapterException first =
                    assertThrows(AdapterException.class, () -> host.adapter.poll(ROADS, Optional.empty(), 10));
            int calls = host.x.meter().calls("GET", "/2/tweets/search/recent");
            assertThrows(AdapterException.class, () -> host.adapter.poll(ROADS, Optional.empty(), 10));
            assertEquals(calls, host.x.meter().calls("GET", "/2/tweets/search/recent"));
            host.safe.put("bearer-token", good);

            assertEquals(FailureKind.TOKEN_INVALID, first.kind());
            assertFalse(String.valueOf(first).contains("canary"));
            assertEquals(1, host.read(ROADS).changes().size());
        }
    }

    @Test
    void own_replies_and_those_of_officials_come_like_all_others() {
        try (XHost host = XHost.open().watching("roads", "яма")) {
            String post = host.x.post(host.citizen, "Яма @krai_official");
            host.publish(post, "Яму заделают, эта яма в плане.");
            host.publish(post, "В плане и другая яма.");

            assertEquals(
                    2,
                    host.read(ROADS).texts().stream()
                            .filter(text -> text.contains("плане"))
                            .count());
        }
    }
}
