package org.otklik.adapters.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.Replyability;
import org.otklik.testkit.wire.Misbehaviour;

/** Where an answer goes, and what becomes of it. */
class TgPublishingTest {

    private static final String ANSWER = TgHost.ANSWER;

    private final TgHost host = TgHost.open();

    @AfterEach
    void close() {
        host.close();
    }

    private PostId comment() {
        return host.message(host.telegram.talk().comment(host.channel, host.post, host.anna, "Яма"));
    }

    private static PublishOutcome.Refused refused(PublishOutcome outcome) {
        return assertInstanceOf(PublishOutcome.Refused.class, outcome);
    }

    @Test
    void an_answer_has_an_id_that_a_reply_to_it_names_as_its_parent() {
        PostId comment = comment();
        host.read();
        PublishOutcome.Sent sent = assertInstanceOf(PublishOutcome.Sent.class, host.publish(comment, ANSWER));
        int number = TgNetworkUnderTest.number(PostId.of("telegram", sent.nativeReplyId()));

        host.telegram.talk().reply(host.group, number, host.anna, "Не заделали");

        Post reply = host.only();
        assertEquals(
                Optional.of(PostId.of("telegram", sent.nativeReplyId())),
                reply.discussion().parent());
        assertEquals(Optional.of(ANSWER), reply.discussion().parentText());
        assertEquals(Optional.of(TgHost.MORNING), sent.at());
    }

    @Test
    void a_post_of_a_channel_is_answered_where_it_is_discussed_also_by_another_node() {
        host.telegram.talk().comment(host.channel, host.post, host.anna, "Яма");
        host.read();
        host.adapter = host.node();

        assertInstanceOf(PublishOutcome.Sent.class, host.publish(host.channelPost(host.post), ANSWER));

        int thread = host.telegram.talk().thread(host.channel, host.post);
        assertEquals(List.of(ANSWER), host.telegram.talk().repliesTo(host.group, thread));
        assertEquals(List.of(), host.telegram.talk().botsTexts(host.channel));
    }

    @Test
    void a_post_that_is_discussed_nowhere_cannot_be_answered() {
        Post lonely = Post.builder(PostId.of("telegram", "post:-1001999999999:5"), TgHost.MORNING)
                .build();
        assertInstanceOf(Replyability.Possible.class, host.adapter.canReply(TgHost.ACCOUNT, lonely));
        host.read();

        assertEquals(
                new Replyability.Impossible("NO_DISCUSSION", Optional.empty()),
                host.adapter.canReply(TgHost.ACCOUNT, lonely));
        assertEquals("NO_DISCUSSION", refused(host.publish(lonely.id(), ANSWER)).detail());
    }

    @Test
    void who_wrote_to_the_bot_is_answered_there_and_by_no_other_bot() {
        int said = host.telegram.talk().tell(host.bot, host.anna, "Яма");
        PostId own = PostId.of("telegram", "bot" + host.bot + ":" + host.anna + ":" + said);

        assertInstanceOf(PublishOutcome.Sent.class, host.publish(own, ANSWER));

        assertEquals(List.of(ANSWER), host.telegram.talk().toldBy(host.bot, host.anna));
        PostId others = PostId.of("telegram", "bot77:" + host.anna + ":" + said);
        assertEquals("OTHER_BOT", refused(host.publish(others, ANSWER)).detail());
    }

    @Test
    void a_group_that_moved_is_followed_in_the_same_attempt_and_remembered() {
        long small = host.telegram.chats().group("Двор");
        host.telegram.chats().add(small, host.bot);
        int said = host.telegram.talk().say(small, host.anna, "Фонарь не горит");
        int own = host.telegram.talk().numberFor(host.bot, small, said);
        PostId post = PostId.of("telegram", "bot" + host.bot + ":" + small + ":" + own);
        long large = host.telegram.chats().migrate(small);

        assertInstanceOf(PublishOutcome.Sent.class, host.publish(post, ANSWER));
        host.minutePasses();
        host.adapter = host.node();
        assertInstanceOf(PublishOutcome.Sent.class, host.publish(post, "Починили."));

        assertEquals(List.of(ANSWER, "Починили."), host.telegram.talk().botsTexts(large));
        assertEquals(List.of(ANSWER, "Починили."), host.telegram.talk().repliesTo(small, said));
        assertEquals(
                3, host.telegram.calls().stream().filter("sendMessage"::equals).count());
    }

    @Test
    void a_move_that_is_told_is_remembered_without_a_detour() {
        long small = host.telegram.chats().group("Двор");
        host.telegram.chats().add(small, host.bot);
        int said = host.telegram.talk().say(small, host.anna, "Фонарь не горит");
        int own = host.telegram.talk().numberFor(host.bot, small, said);
        host.telegram.chats().migrate(small);
        host.read();

        host.publish(PostId.of("telegram", "bot" + host.bot + ":" + small + ":" + own), ANSWER);

        assertEquals(
                1, host.telegram.calls().stream().filter("sendMessage"::equals).count());
    }

    @Test
    void the_pace_of_a_chat_is_kept_before_the_network_must_say_so() {
        host.telegram.limitSending();
        PostId comment = comment();
        for (int i = 0; i < 20; i++) {
            assertInstanceOf(PublishOutcome.Sent.class, host.publish(comment, ANSWER + i));
            PublishOutcome.Later hasty = assertInstanceOf(PublishOutcome.Later.class, host.publish(comment, "Рано."));
            assertEquals(FailureKind.RATE_LIMIT, hasty.kind());
            host.clock.advance(Duration.ofSeconds(1));
        }

        PublishOutcome.Later full = assertInstanceOf(PublishOutcome.Later.class, host.publish(comment, "Лишнее."));

        assertEquals(Duration.ofSeconds(40), full.after());
        assertEquals(
                20, host.telegram.calls().stream().filter("sendMessage"::equals).count());
    }

    @Test
    void who_threw_the_bot_out_is_found_out_by_trying_and_remembered() {
        PostId comment = comment();
        Post post = host.only();
        host.telegram.chats().lose(host.group, host.bot);

        assertEquals(
                FailureKind.PERMISSION, refused(host.publish(comment, ANSWER)).kind());

        assertEquals(
                new Replyability.Impossible("BOT_REMOVED", post.address()),
                host.adapter.canReply(TgHost.ACCOUNT, post));
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request: TOPIC_CLOSED, PERMISSION",
        "400, Bad Request: not enough rights to send text messages to the chat, PERMISSION",
        "400, Bad Request: replied message not found, TARGET_GONE",
        "401, Unauthorized, TOKEN_INVALID",
        "403, Forbidden: bot was kicked from the supergroup chat, PERMISSION",
        "404, Not Found, CONFIGURATION"
    })
    void a_refusal_is_told_as_what_it_is(int code, String words, FailureKind kind) {
        PostId comment = comment();
        host.telegram.failWriting(code, words);

        assertEquals(kind, refused(host.publish(comment, ANSWER)).kind());
        assertEquals(List.of(), host.network.repliesTo(comment));
    }

    @Test
    void a_gateway_that_fails_leaves_a_doubt() {
        PostId comment = comment();
        host.telegram.failWriting(502, "Bad Gateway");
        assertInstanceOf(PublishOutcome.Unknown.class, host.publish(comment, ANSWER));

        host.minutePasses();
        host.telegram.server().misbehave(Misbehaviour.HTML);
        assertInstanceOf(PublishOutcome.Unknown.class, host.publish(comment, ANSWER));
    }

    @Test
    void an_answer_is_told_as_it_will_stand_and_an_empty_one_is_none() {
        PostId comment = comment();

        assertEquals(
                "CONTENT_REJECTED",
                refused(host.publish(comment, " \n ")).kind().name());
        host.publish(comment, "  " + ANSWER + "\n");

        assertEquals(List.of(ANSWER), host.network.repliesTo(comment));
        assertTrue(refused(host.publish(PostId.of("telegram", "rubbish"), ANSWER))
                .detail()
                .contains("NO_SUCH_POST"));
    }
}
