package org.otklik.adapters.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.adapters.meta.MetaHost.gone;
import static org.otklik.adapters.meta.MetaHost.only;
import static org.otklik.adapters.meta.MetaHost.texts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.adapters.meta.judge.MetaJudged;
import org.otklik.post.AccountId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.QueryYield;
import org.otklik.spi.Replyability;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedQuery;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.meta.MetaFake;

/** What is read of an account: media, comments of two levels, tags, hashtags. */
class InstagramReadingTest {

    private static final AccountId KRAI = AccountId.of("instagram", "krai");

    private final SettableClock time = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final MetaFake meta = MetaJudged.open(time);
    private final String account = meta.instagram("krai");
    private final MetaSafe safe =
            MetaSafe.of(meta).put("instagram-token", meta.tokens().facebookLogin(account));
    private final List<WatchedQuery> queries = new ArrayList<>();
    private MetaHost host = host();

    private MetaHost host() {
        return MetaHost.of(
                time,
                InstagramAdapter.of(MetaHost.settings(meta)
                        .instagram(KRAI, account, "krai", MetaSettings.Login.FACEBOOK)
                        .build()),
                KRAI,
                safe,
                new WatchList(List.of(), queries));
    }

    @AfterEach
    void close() {
        meta.close();
        MetaJudged.assertNoViolations(meta);
    }

    private static PostId id(String nativeId) {
        return PostId.of("instagram", nativeId);
    }

    private String reason(Post post) {
        return assertInstanceOf(Replyability.Impossible.class, host.adapter().canReply(KRAI, post))
                .reason();
    }

    @Test
    void comments_of_both_levels_come_with_what_they_answer() {
        String medium = meta.media(account, "Чиним дороги");
        String comment = meta.igComment(medium, "zhitel", "А во дворах?");
        String reply = meta.igComment(comment, "sosed", "И у нас");
        meta.igComment(reply, "zhitel", "И у нас тоже");

        List<PostChange> changes = host.read("page");

        Post first = only(changes, "А во дворах?");
        assertEquals(id(medium), first.discussion().parent().orElseThrow());
        assertEquals("Чиним дороги", first.discussion().parentText().orElseThrow());
        assertEquals(account, first.discussion().page().orElseThrow());
        assertEquals(meta.igPerson("zhitel"), first.author().orElseThrow().nativeId());
        assertTrue(first.address().isPresent());
        for (String text : List.of("И у нас", "И у нас тоже")) {
            Post below = only(changes, text);
            assertEquals(id(medium + ":" + comment), below.discussion().parent().orElseThrow());
            assertEquals("А во дворах?", below.discussion().parentText().orElseThrow());
            assertEquals(id(medium), below.discussion().root().orElseThrow());
        }
    }

    @Test
    void what_the_account_itself_says_bears_its_number() {
        meta.igComment(meta.media(account, "Чиним дороги"), "krai", "Спрашивайте");

        List<PostChange> changes = host.read("page");

        for (String text : List.of("Чиним дороги", "Спрашивайте")) {
            assertEquals(account, only(changes, text).author().orElseThrow().nativeId());
        }
    }

    @Test
    void a_thread_longer_than_what_comes_with_its_comment_is_read_to_its_end() {
        meta.quirks().emptyPages(true);
        String medium = meta.media(account, "Чиним дороги");
        String comment = meta.igComment(medium, "zhitel", "А во дворах?");
        for (int i = 0; i < 130; i++) {
            meta.igComment(comment, "sosed", "Ответ " + i);
        }
        for (int i = 0; i < 60; i++) {
            meta.igComment(medium, "sosed", "Комментарий " + i);
        }

        assertEquals(192, new HashSet<>(texts(host.read("page"))).size());
    }

    @Test
    void a_new_reply_under_an_old_comment_is_found() {
        String medium = meta.media(account, "Чиним дороги");
        String comment = meta.igComment(medium, "zhitel", "А во дворах?");
        for (int i = 0; i < 120; i++) {
            time.advance(Duration.ofSeconds(1));
            meta.igComment(medium, "sosed", "Комментарий " + i);
        }
        host.read("page");
        meta.igComment(comment, "sosed", "И у нас");

        assertTrue(texts(host.read("page")).contains("И у нас"));
    }

    @Test
    void deleted_comments_and_media_are_gone_and_nothing_else_is() {
        String medium = meta.media(account, "Чиним дороги");
        String comment = meta.igComment(medium, "zhitel", "Яма");
        meta.igComment(medium, "zhitel", "Лужа");
        String other = meta.media(account, "Чистим снег");
        host.read("page");

        meta.delete(comment);
        meta.delete(other);

        assertEquals(Set.of(medium + ":" + comment, other), Set.copyOf(gone(host.read("page"))));
        assertEquals(List.of(), gone(host.read("page")));
    }

    @Test
    void what_is_hidden_or_closed_takes_no_reply() {
        String medium = meta.media(account, "Чиним дороги");
        String comment = meta.igComment(medium, "zhitel", "Яма");
        meta.igComment(medium, "zhitel", "Лужа");
        meta.hide(comment);
        assertEquals("HIDDEN", reason(only(host.read("page"), "Яма")));

        meta.quirks().closeComments(medium);

        assertEquals("COMMENTS_CLOSED", reason(only(host.read("page"), "Лужа")));
        assertEquals("COMMENTS_CLOSED", reason(only(host.read("page"), "Чиним дороги")));
    }

    @Test
    void a_tag_on_a_picture_is_read_and_cannot_be_answered() {
        meta.citizens().photoTag(account, "zhitel", "Красота!");

        Post post = only(host.read("tagged"), "Красота!");

        assertEquals("OTHER_PAGE", reason(post));
        assertTrue(post.address().isPresent());
    }

    private void watch(String id, String expression) {
        queries.add(new WatchedQuery(id, Set.of(), SearchExpression.parse(expression)));
        host = host();
    }

    @Test
    void media_with_a_watched_hashtag_are_found_without_author_and_cannot_be_answered() {
        watch("roads", "(#самара | #ямы) дорога");
        watch("words", "яма");
        meta.hashtagMedia("самара", "zhitel", "Ну и дорога #самара");
        meta.hashtagMedia("ямы", "zhitel", "Ещё #ямы");

        List<PostChange> changes = host.read("hashtag");

        Post post = only(changes, "Ну и дорога #самара");
        assertEquals("roads", post.matchedQuery().orElseThrow());
        assertTrue(post.author().isEmpty());
        assertEquals("FOUND_BY_HASHTAG", reason(post));
        assertTrue(post.address().isPresent());
        QueryYield yield = host.adapter().yields().get(0);
        assertEquals(1, yield.posts());
        assertEquals(2, yield.calls());
        assertEquals(List.of("Ну и дорога #самара"), texts(changes), "the rest of the query is looked for as well");
    }

    @Test
    void thirty_hashtags_are_asked_for_in_seven_days_and_the_next_waits() {
        IntStream.range(0, 31).forEach(i -> {
            meta.hashtagMedia("тег" + i, "zhitel", "Подпись #тег" + i);
            watch("query" + i, "#тег" + i);
        });

        assertEquals(FailureKind.QUOTA, host.failure("hashtag").kind());
        assertEquals(30, meta.callsOf("GET ig_hashtag_search"));
        assertEquals(0, host.sources("hashtag:query30").size());
        time.advance(Duration.ofDays(7));
        meta.hashtagMedia("тег30", "zhitel", "Позже #тег30");

        assertTrue(texts(host.read("hashtag:query30")).contains("Позже #тег30"));
    }

    @Test
    void a_hashtag_that_nobody_used_stops_nothing_else() {
        watch("nobody", "#никто");
        meta.media(account, "Чиним дороги");

        assertEquals(FailureKind.TARGET_GONE, host.failure("hashtag").kind());
        assertFalse(host.sources("page").isEmpty());
        assertTrue(host.sources("hashtag").isEmpty());
    }
}
