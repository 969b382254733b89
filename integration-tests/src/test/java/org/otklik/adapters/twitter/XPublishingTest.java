package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.Capability;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.testkit.Fault;

class XPublishingTest {

    private static XSettingsBuilder selfServe(XSettingsBuilder settings) {
        return settings.replyRule(XSettings.ReplyRule.SELF_SERVE);
    }

    private static Replyability canReply(XHost host, Post post) {
        return host.adapter.canReply(XNetworkUnderTest.ACCOUNT, post);
    }

    @Test
    void only_who_turned_to_the_account_can_be_answered_and_the_others_by_hand() {
        try (XHost host = XHost.open(XPublishingTest::selfServe).watching("roads", "яма")) {
            String root = host.x.post(host.official, "Задавайте вопросы");
            String stranger = host.x.post(host.citizen, "Яма");
            String almost = host.x.post(host.citizen, "Яма @krai_official2");
            String mention = host.x.post(host.citizen, "Яма, @Krai_Official!");
            String answer = host.x.reply(host.citizen, root, "Яма");
            String quote = host.x.quote(host.citizen, root, "Яма");
            XHost.Reading found = host.read(XHost.source("search:roads"));

            for (String free : List.of(mention, answer, quote)) {
                assertEquals(new Replyability.Possible(280), canReply(host, found.post(free)));
            }
            for (String closed : List.of(stranger, almost)) {
                Replyability.Impossible no =
                        assertInstanceOf(Replyability.Impossible.class, canReply(host, found.post(closed)));
                assertEquals("NOT_MENTIONED", no.reason());
                assertEquals(
                        "https://x.com/zhitel/status/" + closed,
                        no.link().orElseThrow().toString());
            }
        }
    }

    @Test
    void a_reply_stands_once_and_is_found_again() {
        try (XHost host = XHost.open()) {
            String post = host.x.post(host.citizen, "Яма @krai_official");

            PublishOutcome.Sent sent = assertInstanceOf(PublishOutcome.Sent.class, host.publish(post, XHost.ANSWER));

            assertEquals(Optional.of(XHost.MORNING), sent.at());
            assertEquals(new ReadBack.Visible(sent.nativeReplyId(), sent.at()), host.find(post, XHost.ANSWER));
        }
    }

    @Test
    void a_refusal_just_after_a_mention_is_tried_again_and_after_a_while_believed() {
        try (XHost host = XHost.open(XPublishingTest::selfServe)) {
            host.x.selfServe(true);
            host.x.indexLag(Duration.ofMinutes(5));
            String mention = host.x.post(host.citizen, "Яма @krai_official");
            String stranger = host.x.post(host.citizen, "Яма");

            PublishOutcome.Later later =
                    assertInstanceOf(PublishOutcome.Later.class, host.publish(mention, XHost.ANSWER));
            assertInstanceOf(PublishOutcome.Later.class, host.publish(stranger, XHost.ANSWER));
            host.wait(Duration.ofMinutes(6));
            assertInstanceOf(PublishOutcome.Sent.class, host.publish(mention, XHost.ANSWER));
            assertInstanceOf(PublishOutcome.Later.class, host.publish(stranger, XHost.ANSWER));
            host.wait(Duration.ofMinutes(10));

            assertEquals(Duration.ofMinutes(2), later.after());
            assertEquals(
                    new PublishOutcome.Refused(FailureKind.PERMISSION, "reply-not-allowed"),
                    host.publish(stranger, XHost.ANSWER));
        }
    }

    @Test
    void a_duplicate_after_a_lost_answer_is_found_by_reading_back() {
        try (XHost host = XHost.open()) {
            String post = host.x.post(host.citizen, "Яма");
            host.x.breakNext(Fault.TIMEOUT_AFTER_APPLYING);

            assertInstanceOf(PublishOutcome.Unknown.class, host.publish(post, XHost.ANSWER));
            PublishOutcome again = host.publish(post, XHost.ANSWER);

            assertEquals(new PublishOutcome.Refused(FailureKind.DUPLICATE, "duplicate-content"), again);
            assertInstanceOf(ReadBack.Visible.class, host.find(post, XHost.ANSWER));
            assertEquals(List.of(XHost.ANSWER), host.x.repliesTo(post));
        }
    }

    @Test
    void our_own_links_are_recognised_behind_the_short_ones_of_x() {
        try (XHost host = XHost.open()) {
            String post = host.x.post(host.citizen, "Яма");
            String text = "Подробнее: https://gosuslugi.ru/help?a=1&b=2 и https://samara.ru/";
            host.publish(post, text);

            assertInstanceOf(ReadBack.Visible.class, host.find(post, text));
            assertInstanceOf(ReadBack.Absent.class, host.find(post, text + "дороги"));
        }
    }

    @Test
    void a_long_reply_of_a_subscriber_is_found_by_its_whole_text() {
        try (XHost host = XHost.open(settings -> settings.longestText(25_000))) {
            host.x.meter().longestPost(25_000);
            String post = host.x.post(host.citizen, "Яма");
            String text = "Ответ. ".repeat(100) + "Конец.";
            host.publish(post, text);

            assertInstanceOf(ReadBack.Visible.class, host.find(post, text));
        }
    }

    @Test
    void a_link_is_refused_where_it_costs_too_much() {
        try (XHost host = XHost.open(settings -> settings.linksAllowed(false))) {
            String post = host.x.post(host.citizen, "Яма");

            assertEquals(
                    new PublishOutcome.Refused(FailureKind.CONTENT_REJECTED, "LINK_COSTS"),
                    host.publish(post, "Подробнее на gosuslugi.ru"));
            assertEquals(0, host.x.meter().calls("POST", "/2/tweets"));
        }
    }

    @Test
    void the_spend_guard_counts_replies_and_links_and_puts_off_until_midnight() {
        XPrices day = XPrices.payPerUse(220);
        try (XHost host = XHost.open(settings -> settings.prices(day))) {
            String post = host.x.post(host.citizen, "Яма");

            assertInstanceOf(PublishOutcome.Sent.class, host.publish(post, "Смотрите https://gosuslugi.ru"));
            assertInstanceOf(PublishOutcome.Sent.class, host.publish(post, "Первый ответ"));
            assertEquals(
                    new PublishOutcome.Later(FailureKind.QUOTA, Duration.ofHours(16)),
                    host.publish(post, "Второй ответ"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "402,'',QUOTA,later",
        "429,usage-capped,QUOTA,later",
        "429,'',RATE_LIMIT,later",
        "403,client-forbidden,CONFIGURATION,refused",
        "403,oauth1-permissions,CONFIGURATION,refused",
        "400,invalid-request,CONTENT_REJECTED,refused",
        "404,'',TARGET_GONE,refused",
        "403,'',PERMISSION,refused",
        "503,'',TRANSIENT,unknown"
    })
    void each_refusal_of_a_reply_is_named(int status, String type, FailureKind kind, String outcome) {
        try (XHost host = XHost.open()) {
            String post = host.x.post(host.citizen, "Яма");
            host.x.failNext("/2/tweets", status, type);

            PublishOutcome came = host.publish(post, XHost.ANSWER);

            switch (outcome) {
                case "later" ->
                    assertEquals(
                            kind,
                            assertInstanceOf(PublishOutcome.Later.class, came).kind());
                case "refused" ->
                    assertEquals(
                            kind,
                            assertInstanceOf(PublishOutcome.Refused.class, came).kind());
                default -> assertInstanceOf(PublishOutcome.Unknown.class, came);
            }
        }
    }

    @Test
    void a_page_of_the_gateway_is_no_refusal_by_x() {
        try (XHost host = XHost.open()) {
            String post = host.x.post(host.citizen, "Яма");
            host.x.cloudflareNext("/2/tweets", 403);
            assertInstanceOf(PublishOutcome.Later.class, host.publish(post, XHost.ANSWER));
            host.x.cloudflareNext("/2/tweets", 502);
            assertInstanceOf(PublishOutcome.Unknown.class, host.publish(post, XHost.ANSWER));

            assertEquals(List.of(), host.x.repliesTo(post));
        }
    }

    @Test
    void without_credits_a_reply_waits() {
        try (XHost host = XHost.open()) {
            String post = host.x.post(host.citizen, "Яма");
            host.x.meter().credits(BigDecimal.ZERO);

            PublishOutcome.Later later = assertInstanceOf(PublishOutcome.Later.class, host.publish(post, XHost.ANSWER));

            assertEquals(FailureKind.QUOTA, later.kind());
        }
    }

    @Test
    void a_shadow_reads_and_never_speaks() {
        try (XHost host = XHost.open(settings -> settings.readOnly(true)).watching("roads", "яма")) {
            String post = host.x.post(host.citizen, "Яма @krai_official");
            Post read = host.read(XHost.source("search:roads")).post(post);

            assertFalse(host.adapter.capabilities().contains(Capability.REPLY));
            assertTrue(host.adapter.capabilities().containsAll(Set.of(Capability.POLL, Capability.WEBHOOK)));
            assertEquals(
                    "SHADOW_MODE",
                    assertInstanceOf(Replyability.Impossible.class, canReply(host, read))
                            .reason());
            assertEquals(
                    new PublishOutcome.Refused(FailureKind.PERMISSION, "SHADOW_MODE"),
                    host.publish(post, XHost.ANSWER));
            assertEquals(0, host.x.meter().calls("POST", "/2/tweets"));
        }
    }

    @Test
    void the_answer_to_an_edited_post_stands_under_its_first_version() {
        try (XHost host = XHost.open()) {
            String post = host.x.post(host.citizen, "Яма");
            host.x.edit(post, "Большая яма");
            host.publish(post, XHost.ANSWER);

            assertInstanceOf(ReadBack.Visible.class, host.find(post, XHost.ANSWER));
        }
    }

    @Test
    void an_unknown_account_neither_answers_nor_finds() {
        try (XHost host = XHost.open()) {
            ReplyTarget target = ReplyTarget.of(AccountId.of("x", "other"), PostId.of("x", "1"), Discussion.NONE);

            assertInstanceOf(
                    PublishOutcome.Refused.class,
                    host.adapter.publish(target, XHost.ANSWER, PublicationId.of("01m7rhmr00zg4mde7gwjmaq1ex")));
        }
    }
}
