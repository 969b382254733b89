package org.otklik.adapters.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.adapters.meta.MetaHost.gone;
import static org.otklik.adapters.meta.MetaHost.only;
import static org.otklik.adapters.meta.MetaHost.texts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.adapters.meta.judge.MetaJudged;
import org.otklik.id.PlaceId;
import org.otklik.post.AccountId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.meta.MetaFake;

/** What is read of a page: posts, comments of two levels, edits, deletions; and what Facebook makes hard. */
class FacebookReadingTest {

    private static final AccountId KRAI = AccountId.of("facebook", "krai");

    private final SettableClock time = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final MetaFake meta = MetaJudged.open(time);
    private final String page = meta.page("Озёрный край");
    private final String citizen = meta.person("Мария Петрова");
    private final MetaSafe safe = MetaSafe.of(meta).put("page-token", meta.pageToken(page));
    private final WatchList watched = new WatchList(
            List.of(new WatchedPage(FacebookAdapter.NETWORK, "krai", Optional.of(PlaceId.of("krai")))), List.of());
    private final MetaHost host = host(MetaHost.settings(meta));

    private MetaHost host(MetaSettingsBuilder settings) {
        return MetaHost.of(
                time, FacebookAdapter.of(settings.page(KRAI, page, "krai").build()), KRAI, safe, watched);
    }

    @AfterEach
    void close() {
        meta.close();
        MetaJudged.assertNoViolations(meta);
    }

    private static PostId id(String nativeId) {
        return PostId.of("facebook", nativeId);
    }

    @Test
    void comments_of_both_levels_come_with_what_they_answer() {
        String post = meta.post(page, page, "Чиним дороги");
        String comment = meta.comment(post, citizen, "А во дворах?");
        String reply = meta.comment(comment, meta.person("Иван"), "И у нас");
        meta.comment(reply, citizen, "И у нас тоже");

        List<PostChange> changes = host.read("page");

        Post first = only(changes, "А во дворах?");
        assertEquals(id(post), first.discussion().parent().orElseThrow());
        assertEquals("Чиним дороги", first.discussion().parentText().orElseThrow());
        assertTrue(first.discussion().root().isEmpty());
        assertEquals("krai", first.discussion().page().orElseThrow());
        assertEquals(PlaceId.of("krai"), first.discussion().pagePlace().orElseThrow());
        assertEquals(citizen, first.author().orElseThrow().nativeId());
        for (String text : List.of("И у нас", "И у нас тоже")) {
            Post below = only(changes, text);
            assertEquals(id(comment), below.discussion().parent().orElseThrow(), "a reply to a reply hangs beside it");
            assertEquals("А во дворах?", below.discussion().parentText().orElseThrow());
            assertEquals(id(post), below.discussion().root().orElseThrow());
            assertEquals("Чиним дороги", below.discussion().rootText().orElseThrow());
        }
    }

    @Test
    void what_the_page_itself_says_bears_its_number() {
        meta.comment(meta.post(page, citizen, "Яма"), page, "Заделаем");

        assertEquals(
                page, only(host.read("page"), "Заделаем").author().orElseThrow().nativeId());
    }

    @Test
    void empty_pages_are_not_the_end() {
        meta.quirks().emptyPages(true);
        String post = meta.post(page, page, "Чиним дороги");
        for (int i = 0; i < 30; i++) {
            meta.comment(post, citizen, "Комментарий " + i);
        }

        List<PostChange> changes = host.read("page", 7);

        assertEquals(31, new HashSet<>(texts(changes)).size());
    }

    @Test
    void a_new_comment_under_an_old_one_is_found_without_reading_all_again() {
        String post = meta.post(page, page, "Чиним дороги");
        String first = meta.comment(post, citizen, "Первый");
        for (int i = 0; i < 400; i++) {
            time.advance(Duration.ofSeconds(1));
            meta.comment(post, citizen, "Комментарий " + i);
        }
        host.read("page");
        int before = meta.callsOf("GET comments");
        meta.comment(first, citizen, "Под первым");

        assertTrue(texts(host.read("page")).contains("Под первым"));
        assertEquals(before + 1, meta.callsOf("GET comments"));
    }

    @Test
    void a_comment_of_any_post_is_found_in_the_next_round_though_the_cursor_forgot_most() {
        List<String> posts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            posts.add(meta.post(page, page, "Пост " + i));
            for (int j = 0; j < 150; j++) {
                meta.comment(posts.get(i), citizen, "Комментарий " + i + " " + j);
                time.advance(Duration.ofSeconds(1));
            }
            time.advance(Duration.ofMinutes(1));
        }
        assertEquals(1_510, new HashSet<>(texts(host.read("page"))).size());
        assertTrue(host.cursor("page").value().length() <= Cursor.LARGEST);
        int before = meta.callsOf("GET comments");
        posts.forEach(post -> meta.comment(post, citizen, "Новый под " + post));

        Set<String> found = new HashSet<>(texts(host.read("page")));

        posts.forEach(post -> assertTrue(found.contains("Новый под " + post)));
        assertTrue(meta.callsOf("GET comments") - before <= 11, "calls: " + (meta.callsOf("GET comments") - before));
    }

    @Test
    void an_edited_comment_comes_again_with_its_new_text() {
        String post = meta.post(page, page, "Чиним дороги");
        String comment = meta.comment(post, citizen, "Яма");
        host.read("page");

        meta.edit(comment, "Большая яма");

        assertEquals(id(comment), only(host.read("page"), "Большая яма").id());
    }

    @Test
    void deleted_comments_and_posts_are_gone_and_nothing_else_is() {
        String post = meta.post(page, page, "Чиним дороги");
        String comment = meta.comment(post, citizen, "Яма");
        meta.comment(post, citizen, "Лужа");
        String visitor = meta.post(page, citizen, "Сосулька");
        meta.post(page, citizen, "Снег");
        host.read("page");

        meta.delete(comment);
        meta.delete(visitor);

        assertEquals(Set.of(comment, visitor), Set.copyOf(gone(host.read("page"))));
        assertEquals(List.of(), gone(host.read("page")));
    }

    @Test
    void a_thread_that_is_deleted_with_its_comment_is_gone_whole() {
        String post = meta.post(page, page, "Чиним дороги");
        String comment = meta.comment(post, citizen, "Яма");
        String reply = meta.comment(comment, citizen, "Там же");
        host.read("page");

        meta.delete(comment);

        assertEquals(Set.of(comment, reply), Set.copyOf(gone(host.read("page"))));
    }

    @Test
    void what_is_hidden_is_not_gone_and_takes_no_reply() {
        String post = meta.post(page, page, "Чиним дороги");
        String comment = meta.comment(post, citizen, "Яма");
        String visitor = meta.post(page, citizen, "Сосулька");
        host.read("page");

        meta.hide(comment);
        meta.hide(visitor);
        List<PostChange> changes = host.read("page");

        assertEquals(List.of(), gone(changes));
        for (String text : List.of("Яма", "Сосулька")) {
            Replyability answer = host.adapter().canReply(KRAI, only(changes, text));
            assertEquals(
                    "HIDDEN",
                    assertInstanceOf(Replyability.Impossible.class, answer).reason());
        }
        assertEquals(List.of(), gone(host.read("page")));
    }

    @Test
    void what_a_list_merely_leaves_out_is_not_gone() {
        String post = meta.post(page, page, "Чиним дороги");
        String comment = meta.comment(post, citizen, "Яма");
        String visitor = meta.post(page, citizen, "Сосулька");
        Forgetful way = new Forgetful();
        MetaHost other = host(MetaHost.settings(meta).transport(way));
        other.read("page");

        way.forget(comment);
        way.forget(visitor);
        List<PostChange> changes = other.read("page");
        meta.delete(comment);

        assertEquals(List.of(), gone(changes));
        assertEquals(List.of(comment), gone(other.read("page")));
    }

    @Test
    void posts_elsewhere_that_tag_the_page_may_be_answered() {
        meta.taggedPost(page, citizen, "Озёрный край, когда почините?");

        Post post = only(host.read("tagged"), "Озёрный край, когда почините?");

        assertTrue(post.author().isEmpty(), "Facebook does not tell who wrote elsewhere.");
        assertInstanceOf(Replyability.Possible.class, host.adapter().canReply(KRAI, post));
    }

    @Test
    void four_fifths_of_the_calls_slow_the_account_down() {
        meta.post(page, citizen, "Яма");
        meta.usage(84, 0);
        host.read("page");

        assertTrue(host.sources("page").isEmpty());
        time.advance(Duration.ofSeconds(76));
        assertFalse(host.sources("page").isEmpty());
    }

    @Test
    void the_named_time_without_access_is_waited_for() {
        meta.usage(100, 45);
        meta.failNext(80001, 0);

        AdapterException failure = host.failure("page");

        assertEquals(FailureKind.QUOTA, failure.kind());
        assertEquals(Duration.ofMinutes(45), failure.retryAfter().orElseThrow());
        assertTrue(host.sources("page").isEmpty());
    }

    @Test
    void at_a_checkpoint_a_person_is_called_and_told_where() {
        meta.failNext(190, 459);

        AdapterException failure = host.failure("page");

        assertEquals(FailureKind.HUMAN_NEEDED, failure.kind());
        assertTrue(failure.help().isPresent());
        assertEquals("meta-190-459", failure.code().orElseThrow());
    }

    @Test
    void a_page_that_nobody_may_read_stops_for_an_hour_and_the_tags_go_on() {
        meta.failNext(10, 0);

        assertEquals(FailureKind.PERMISSION, host.failure("page").kind());
        assertTrue(host.sources("page").isEmpty());
        assertFalse(host.sources("tagged").isEmpty());
        time.advance(Duration.ofHours(1));
        assertFalse(host.sources("page").isEmpty());
    }

    @Test
    void comments_that_are_denied_do_not_stop_the_page() {
        String post = meta.post(page, page, "Чиним дороги");
        meta.comment(post, citizen, "Яма");
        SourceId source = host.sources("page").get(0);
        PostPage first = host.adapter().poll(source, Optional.empty(), 1);
        meta.failNext(200, 0);

        PostPage second = host.adapter().poll(source, Optional.of(first.next()), 1);
        meta.comment(post, citizen, "Лужа");
        PostPage third = host.adapter().poll(source, Optional.of(second.next()), 100);

        assertEquals(List.of(new PostPage.Unreadable(post, "COMMENTS_DENIED")), second.unreadable());
        assertTrue(first.more());
        assertFalse(second.more());
        assertTrue(texts(third.changes()).containsAll(List.of("Яма", "Лужа")));
    }

    @Test
    void a_failure_in_the_middle_keeps_what_was_found_and_goes_on_from_there() {
        String post = meta.post(page, page, "Чиним дороги");
        for (int i = 0; i < 30; i++) {
            meta.comment(post, citizen, "Комментарий " + i);
        }
        SourceId source = host.sources("page").get(0);
        PostPage first = host.adapter().poll(source, Optional.empty(), 10);
        meta.failNext(2, 0);

        AdapterException failure =
                assertThrows(AdapterException.class, () -> host.adapter().poll(source, Optional.of(first.next()), 10));
        time.advance(Duration.ofMinutes(10));
        List<PostChange> rest = new ArrayList<>();
        PostPage page = first;
        while (page.more()) {
            page = host.adapter().poll(source, Optional.of(page.next()), 10);
            rest.addAll(page.changes());
        }

        assertEquals(FailureKind.TRANSIENT, failure.kind());
        assertEquals(31, first.changes().size() + rest.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void a_place_that_facebook_forgot_is_no_failure_and_loses_nothing(int forgotten) {
        for (int i = 0; i < 6; i++) {
            String post = meta.post(page, page, "Пост " + i);
            for (int j = 0; j < 7; j++) {
                meta.comment(post, citizen, "Комментарий " + i + " " + j);
            }
        }
        SourceId source = host.sources("page").get(0);
        List<PostChange> changes = new ArrayList<>();
        PostPage last = PostPage.of(List.of(), new Cursor("0"), true);
        for (int polls = 0; last.more() || polls <= forgotten + 1; polls++) {
            if (polls == forgotten) {
                meta.failNext(100, 0);
            }
            last = host.adapter().poll(source, Optional.of(last.next()), 3);
            changes.addAll(last.changes());
            time.advance(Duration.ofMinutes(1));
        }

        assertEquals(48, new HashSet<>(texts(changes)).size());
        assertEquals(List.of(), gone(changes));
    }

    @Test
    void a_page_that_comes_twice_in_one_is_counted_once() {
        String post = meta.post(page, page, "Чиним дороги");
        meta.comment(post, citizen, "Яма");
        host.read("page");
        int before = meta.callsOf("GET comments");
        meta.comment(post, citizen, "Лужа");
        SourceId source = host.sources("page").get(0);
        PostPage feed = host.adapter().poll(source, Optional.of(host.cursor("page")), 1);
        meta.breakNext(Fault.POLL_TWICE);
        PostPage comments = host.adapter().poll(source, Optional.of(feed.next()), 100);

        assertTrue(texts(comments.changes()).contains("Лужа"));
        assertFalse(comments.more());
        assertEquals(before + 1, meta.callsOf("GET comments"));
    }
}
