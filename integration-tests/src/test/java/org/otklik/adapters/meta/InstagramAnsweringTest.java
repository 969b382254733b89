package org.otklik.adapters.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.adapters.meta.MetaHost.only;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.adapters.meta.judge.MetaJudged;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.spi.FailureKind;
import org.otklik.spi.OwnReplyFinder;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.meta.MetaFake;

/** Answers of an account, and what Instagram tells by itself. */
class InstagramAnsweringTest {

    private static final AccountId KRAI = AccountId.of("instagram", "krai");
    private static final PublicationId KEY = PublicationId.of("01m7rhmr00zg4mde7gwjmaq1ex");
    private static final String ANSWER = "Здравствуйте! Яму заделают до 28 ноября.";

    private final SettableClock time = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final MetaFake meta = MetaJudged.open(time);
    private final String account = meta.instagram("krai");
    private final String medium = meta.media(account, "Чиним дороги");
    private final MetaSafe safe =
            MetaSafe.of(meta).put("instagram-token", meta.tokens().facebookLogin(account));
    private MetaHost host = host(MetaSettings.Login.FACEBOOK);

    private MetaHost host(MetaSettings.Login login) {
        return MetaHost.of(
                time,
                InstagramAdapter.of(MetaHost.settings(meta)
                        .instagram(KRAI, account, "krai", login)
                        .build()),
                KRAI,
                safe);
    }

    @AfterEach
    void close() {
        meta.close();
        MetaJudged.assertNoViolations(meta);
    }

    private List<PostChange> heard() {
        WebhookDecision decision = ((WebhookDecoder) host.adapter())
                .decode(KRAI, meta.webhooks().all(account).orElseThrow());
        return assertInstanceOf(WebhookDecision.Genuine.class, decision).changes();
    }

    private PublishOutcome publish(Post post, String text) {
        return host.adapter().publish(host.target(post), text, KEY);
    }

    private ReadBack find(ReplyTarget target) {
        return ((OwnReplyFinder) host.adapter()).find(target, ANSWER, KEY);
    }

    private Post comment(String parent, String text) {
        meta.igComment(parent, "zhitel", text);
        return only(host.read("page"), text);
    }

    private static String number(Post comment) {
        return comment.id().nativeId().replaceAll(".*:", "");
    }

    @Test
    void the_answer_to_a_reply_hangs_beside_it_and_is_found_there() {
        Post first = comment(medium, "Яма");
        Post reply = comment(number(first), "И у нас");

        PublishOutcome.Sent sent = assertInstanceOf(PublishOutcome.Sent.class, publish(reply, ANSWER));

        assertEquals(sent.nativeReplyId(), only(host.read("page"), ANSWER).id().nativeId());
        assertEquals(
                sent.nativeReplyId(),
                assertInstanceOf(ReadBack.Visible.class, find(host.target(reply)))
                        .nativeReplyId());
    }

    @Test
    void a_comment_comes_as_polling_will_show_it() {
        host.read("page");
        String comment = meta.igComment(medium, "zhitel", "Яма");
        meta.igComment(comment, "sosed", "И у нас");

        List<PostChange> told = heard();
        List<PostChange> read = host.read("page");

        for (String text : List.of("Яма", "И у нас")) {
            assertEquals(only(read, text).id(), only(told, text).id());
            assertEquals(only(read, text).author(), only(told, text).author());
            assertEquals(only(read, text).address(), only(told, text).address());
            assertEquals(
                    only(read, text).discussion().parent(),
                    only(told, text).discussion().parent());
        }
    }

    @Test
    void a_delivery_without_its_medium_is_fetched() {
        meta.quirks().bareDeliveries(true);
        String comment = meta.igComment(medium, "zhitel", "Яма");
        assertEquals(List.of(), heard());

        Post fetched = only(host.read("hints"), "Яма");

        assertEquals(medium + ":" + comment, fetched.id().nativeId());
        assertEquals(meta.igPerson("zhitel"), fetched.author().orElseThrow().nativeId());
        assertEquals(account, fetched.discussion().page().orElseThrow());
    }

    /** Instagram takes the {@code @} away from the words of others. */
    @Test
    void a_mention_in_a_comment_elsewhere_is_fetched_and_answered_but_nobody_can_look_for_the_answer() {
        String mention = meta.mentionComment(account, "zhitel", "@krai, почините!");
        assertEquals(List.of(), heard());

        Post fetched = only(host.read("hints"), "krai, почините!");

        assertEquals(meta.rootOf(mention) + ":" + mention, fetched.id().nativeId());
        assertEquals("@krai", fetched.discussion().page().orElseThrow());
        assertInstanceOf(PublishOutcome.Sent.class, publish(fetched, ANSWER));
        assertEquals(List.of(ANSWER), meta.repliesTo(mention));
        assertInstanceOf(ReadBack.NotKnown.class, find(host.target(fetched)));
    }

    @Test
    void a_mention_in_a_caption_is_fetched_and_answered() {
        String picture = meta.mentionMedia(account, "zhitel", "Смотрите, @krai.");
        heard();

        Post fetched = only(host.read("hints"), "Смотрите, krai.");

        assertEquals(picture, fetched.id().nativeId());
        assertInstanceOf(PublishOutcome.Sent.class, publish(fetched, ANSWER));
        assertEquals(List.of(ANSWER), meta.repliesTo(picture));
    }

    @Test
    void with_instagrams_own_login_a_mention_elsewhere_is_reported_as_unreadable_without_a_call() {
        safe.put("instagram-token", meta.instagramToken(account));
        host = host(MetaSettings.Login.INSTAGRAM);
        String mention = meta.mentionComment(account, "zhitel", "@krai, почините!");
        heard();

        assertEquals(List.of(), host.read("hints"));
        assertEquals(List.of(new PostPage.Unreadable(mention, "NEEDS_FACEBOOK_LOGIN")), host.unreadable);
    }

    @Test
    void what_is_said_live_is_heard_and_cannot_be_answered() {
        meta.igComment(meta.liveMedia(account), "zhitel", "Когда почините?");

        Post post = only(heard(), "Когда почините?");

        Replyability answer = host.adapter().canReply(KRAI, post);
        assertEquals(
                "LIVE", assertInstanceOf(Replyability.Impossible.class, answer).reason());
    }

    @ParameterizedTest
    @CsvSource({
        "#а #б #в #г #д, TOO_MANY_HASHTAGS",
        "https://a.example и https://b.example, TOO_MANY_LINKS",
        "ЯМУ ЗАДЕЛАЮТ, ALL_CAPITALS"
    })
    void what_instagram_would_refuse_is_refused_without_a_call(String text, String reason) {
        Post post = comment(medium, "Яма");

        PublishOutcome outcome = publish(post, text);

        assertEquals(new PublishOutcome.Refused(FailureKind.CONTENT_REJECTED, reason), outcome);
        assertEquals(0, meta.writes());
    }

    @Test
    void a_token_is_renewed_long_before_it_ends_and_kept_before_it_is_used() {
        String first = meta.instagramToken(account);
        safe.put("instagram-token", first).put(KRAI, "instagram-token", first);
        host = host(MetaSettings.Login.INSTAGRAM);
        host.read("page");
        assertEquals(first, safe.get(KRAI, "instagram-token"));

        time.advance(Duration.ofHours(26));
        host.read("page");
        String second = safe.get(KRAI, "instagram-token");
        time.advance(Duration.ofDays(29));
        host.read("page");
        assertEquals(second, safe.get(KRAI, "instagram-token"));
        time.advance(Duration.ofDays(2));
        host.read("page");
        String third = safe.get(KRAI, "instagram-token");

        assertTrue(!first.equals(second) && !second.equals(third));
        time.advance(Duration.ofDays(29));
        host.read("page");
    }

    @Test
    void a_renewal_that_fails_stops_nothing_and_is_tried_again() {
        String first = meta.instagramToken(account);
        safe.put(KRAI, "instagram-token", first);
        host = host(MetaSettings.Login.INSTAGRAM);
        host.read("page");
        time.advance(Duration.ofHours(26));
        meta.failNext(100, 0);

        host.read("page");
        assertEquals(first, safe.get(KRAI, "instagram-token"));
        time.advance(Duration.ofHours(2));
        host.read("page");

        assertTrue(!first.equals(safe.get(KRAI, "instagram-token")));
    }
}
