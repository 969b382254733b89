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
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.spi.FailureKind;
import org.otklik.spi.OwnReplyFinder;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.meta.MetaFake;

/** Answers of a page: where they hang, what is refused, and how they are found again. */
class FacebookAnsweringTest {

    private static final AccountId KRAI = AccountId.of("facebook", "krai");
    private static final PublicationId KEY = PublicationId.of("01m7rhmr00zg4mde7gwjmaq1ex");
    private static final String ANSWER = "Здравствуйте! Яму заделают до 28 ноября.";

    private final SettableClock time = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final MetaFake meta = MetaJudged.open(time);
    private final String page = meta.page("Озёрный край");
    private final String citizen = meta.person("Мария Петрова");
    private final String post = meta.post(page, page, "Чиним дороги");
    private final MetaSafe safe = MetaSafe.of(meta).put("page-token", meta.pageToken(page));
    private final MetaHost host = MetaHost.of(
            time,
            FacebookAdapter.of(MetaHost.settings(meta).page(KRAI, page, "krai").build()),
            KRAI,
            safe);

    @AfterEach
    void close() {
        meta.close();
        MetaJudged.assertNoViolations(meta);
    }

    private PublishOutcome publish(ReplyTarget target) {
        return host.adapter().publish(target, ANSWER, KEY);
    }

    private ReadBack find(ReplyTarget target) {
        time.advance(Duration.ofSeconds(1));
        return ((OwnReplyFinder) host.adapter()).find(target, ANSWER, KEY);
    }

    private Post comment(String parent, String text) {
        time.advance(Duration.ofSeconds(1));
        meta.comment(parent, citizen, text);
        return only(host.read("page"), text);
    }

    @Test
    void the_answer_to_a_reply_hangs_beside_it_and_is_found_there() {
        Post first = comment(post, "Яма");
        Post reply = comment(first.id().nativeId(), "И у нас");

        PublishOutcome.Sent sent = assertInstanceOf(PublishOutcome.Sent.class, publish(host.target(reply)));

        assertEquals(sent.nativeReplyId(), only(host.read("page"), ANSWER).id().nativeId());
        assertEquals(
                sent.nativeReplyId(),
                assertInstanceOf(ReadBack.Visible.class, find(host.target(reply)))
                        .nativeReplyId());
    }

    @Test
    void an_older_answer_with_the_same_words_is_not_the_answer_to_a_later_reply() {
        Post first = comment(post, "Яма");
        publish(host.target(first));
        Post reply = comment(first.id().nativeId(), "А когда?");

        assertInstanceOf(ReadBack.Visible.class, find(host.target(first)));
        assertInstanceOf(ReadBack.Absent.class, find(host.target(reply)));
    }

    @Test
    void where_the_answered_comment_is_gone_nobody_sees_an_answer() {
        Post first = comment(post, "Яма");
        publish(host.target(first));

        meta.delete(first.id().nativeId());

        assertInstanceOf(ReadBack.Absent.class, find(host.target(first)));
    }

    @Test
    void what_facebook_saw_before_is_no_refusal_but_a_doubt_to_be_cleared() {
        Post first = comment(post, "Яма");
        publish(host.target(first));
        meta.breakNext(Fault.DUPLICATE_TEXT);

        assertInstanceOf(PublishOutcome.Unknown.class, publish(host.target(first)));
        assertInstanceOf(ReadBack.Visible.class, find(host.target(first)));
        assertEquals(List.of(ANSWER), meta.repliesTo(first.id().nativeId()));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0, CONTENT_REJECTED",
        "100, 33, TARGET_GONE",
        "368, 0, HUMAN_NEEDED",
        "10, 0, PERMISSION",
        "200, 0, PERMISSION",
        "190, 460, TOKEN_INVALID",
        "190, 464, HUMAN_NEEDED"
    })
    void a_refusal_says_what_is_to_be_done(int code, int subcode, FailureKind kind) {
        Post first = comment(post, "Яма");
        meta.failNextWrite(code, subcode);

        assertEquals(
                kind,
                assertInstanceOf(PublishOutcome.Refused.class, publish(host.target(first)))
                        .kind());
    }

    @Test
    void a_fault_of_facebook_is_a_doubt_and_haste_is_none() {
        Post first = comment(post, "Яма");
        meta.failNextWrite(1, 0);
        assertInstanceOf(PublishOutcome.Unknown.class, publish(host.target(first)));
        time.advance(Duration.ofMinutes(1));
        meta.failNextWrite(32, 0);

        assertInstanceOf(PublishOutcome.Later.class, publish(host.target(first)));
        assertEquals(List.of(), meta.repliesTo(first.id().nativeId()));
    }

    @Test
    void where_comments_are_closed_no_reply_is_offered() {
        comment(post, "Яма");
        meta.quirks().closeComments(post);
        time.advance(Duration.ofSeconds(1));

        Replyability answer = host.adapter().canReply(KRAI, only(host.read("page"), "Яма"));

        assertEquals(
                "COMMENTS_CLOSED",
                assertInstanceOf(Replyability.Impossible.class, answer).reason());
    }

    @Test
    void another_account_and_another_page_are_not_answered() {
        Post elsewhere = Post.builder(comment(post, "Яма").id(), time.instant())
                .discussion(Discussion.onPage("999"))
                .build();

        assertEquals("OTHER_PAGE", reason(KRAI, elsewhere));
        assertEquals("UNKNOWN_ACCOUNT", reason(AccountId.of("facebook", "other"), elsewhere));
        assertEquals("UNKNOWN_ACCOUNT", reason(AccountId.of("instagram", "krai"), elsewhere));
    }

    private String reason(AccountId account, Post one) {
        Replyability.Impossible no =
                assertInstanceOf(Replyability.Impossible.class, host.adapter().canReply(account, one));
        assertTrue(no.link().isPresent());
        return no.reason();
    }
}
