package org.otklik.adapters.max;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.adapters.max.MaxTown.ANNA;
import static org.otklik.adapters.max.MaxTown.BOT;
import static org.otklik.adapters.max.MaxTown.CHANNEL;
import static org.otklik.adapters.max.MaxTown.DIALOG;
import static org.otklik.adapters.max.MaxTown.GROUP;
import static org.otklik.adapters.max.MaxTown.comment;
import static org.otklik.adapters.max.MaxTown.message;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.Replyability;
import org.otklik.testkit.Fault;

/** Answers stand where they were asked for, and are found there again. */
class MaxAnsweringTest {

    private static final String ANSWER = "Яму заделают до 28 ноября.";

    private final MaxTown town = new MaxTown();
    private final String post = town.max.post(CHANNEL, "Спрашивайте, отвечаем");

    @AfterEach
    void close() {
        town.close();
    }

    private String sent(PostId target) {
        return assertInstanceOf(PublishOutcome.Sent.class, town.publish(target, ANSWER))
                .nativeReplyId();
    }

    private void assertVisible(String nativeId, PostId target) {
        ReadBack.Visible found = assertInstanceOf(ReadBack.Visible.class, town.find(target, ANSWER));
        assertEquals(nativeId, found.nativeReplyId());
    }

    @Test
    void an_answer_to_a_comment_stands_in_its_thread_under_the_id_that_polling_shows() {
        String mid = town.max.comment(post, ANNA, "Когда заделают яму?");
        town.updates();

        String reply = sent(comment(post, mid));

        assertEquals(List.of(ANSWER), town.max.answers(mid));
        assertEquals(reply, town.only("updates").id().nativeId());
        assertVisible(reply, comment(post, mid));
    }

    @Test
    void an_answer_to_a_post_of_a_channel_is_a_comment_and_no_new_post() {
        PostId target = message(CHANNEL, post);

        String reply = sent(target);

        assertEquals(List.of(ANSWER), town.max.answers(post));
        assertEquals(List.of("Спрашивайте, отвечаем"), town.max.texts(CHANNEL));
        assertVisible(reply, target);
    }

    @Test
    void answers_in_a_group_and_in_a_dialog_link_to_the_message() {
        String inGroup = town.max.say(GROUP, ANNA, "Яма");
        String inDialog = town.max.say(DIALOG, ANNA, "Яма");
        town.updates();

        assertVisible(sent(message(GROUP, inGroup)), message(GROUP, inGroup));
        assertVisible(sent(message(DIALOG, inDialog)), message(DIALOG, inDialog));
        assertEquals(List.of(ANSWER), town.max.answers(inGroup));
        assertEquals(List.of(ANSWER), town.max.answers(inDialog));
    }

    @Test
    void an_answer_is_found_among_many_comments_and_absent_is_certain() {
        String mid = town.max.comment(post, ANNA, "Яма");
        String other = town.max.comment(post, ANNA, "Лужа");
        town.publish(comment(post, mid), ANSWER);
        for (int i = 0; i < 250; i++) {
            town.max.comment(post, ANNA, "Слово " + i);
            town.clock.advance(Duration.ofMillis(i % 3));
        }

        assertInstanceOf(ReadBack.Visible.class, town.find(comment(post, mid), ANSWER));
        assertInstanceOf(ReadBack.Absent.class, town.find(comment(post, other), ANSWER));
        assertInstanceOf(ReadBack.Absent.class, town.find(message(CHANNEL, post), ANSWER));
    }

    @Test
    void more_comments_of_one_instant_than_a_page_holds_leave_the_question_open() {
        String mid = town.max.comment(post, ANNA, "Яма");
        town.clock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 101; i++) {
            town.max.comment(post, ANNA, "Слово " + i);
        }

        assertInstanceOf(ReadBack.NotKnown.class, town.find(comment(post, mid), ANSWER));
    }

    @Test
    void the_same_words_of_a_citizen_are_no_answer_of_ours() {
        String mid = town.max.comment(post, ANNA, "Яма");
        town.max.reply(mid, ANNA, ANSWER);

        assertInstanceOf(ReadBack.Absent.class, town.find(comment(post, mid), ANSWER));
    }

    @Test
    void a_body_that_the_network_does_not_take_is_not_mistaken_for_a_post_that_is_gone() {
        String mid = town.max.comment(post, ANNA, "Яма");
        town.max.trouble().failWriting(400, "proto.payload");

        PublishOutcome.Refused refused =
                assertInstanceOf(PublishOutcome.Refused.class, town.publish(comment(post, mid), ANSWER));
        town.max.trouble().failWriting(400, "proto.payload");
        town.max.trouble().breakNext(Fault.LOOKUP_FAILS);
        PublishOutcome.Later later =
                assertInstanceOf(PublishOutcome.Later.class, town.publish(comment(post, mid), ANSWER));

        assertEquals(FailureKind.CONTENT_REJECTED, refused.kind());
        assertEquals(FailureKind.TRANSIENT, later.kind());
    }

    @Test
    void comments_that_are_off_leave_a_doubt_first_and_are_known_then() {
        String mid = town.max.comment(post, ANNA, "Яма");
        Post asked = ((PostChange.Present) town.updates().get(1)).post();
        town.max.comments(CHANNEL, false);

        assertInstanceOf(PublishOutcome.Unknown.class, town.publish(comment(post, mid), ANSWER));
        assertInstanceOf(Replyability.Possible.class, town.adapter.canReply(MaxTown.ACCOUNT, asked));
        assertInstanceOf(PublishOutcome.Unknown.class, town.publish(comment(post, mid), ANSWER));
        assertEquals("COMMENTS_CLOSED", hindrance(asked));
        town.max.comments(CHANNEL, true);
        sent(comment(post, mid));
        assertInstanceOf(Replyability.Possible.class, town.adapter.canReply(MaxTown.ACCOUNT, asked));
    }

    private String hindrance(Post asked) {
        return assertInstanceOf(Replyability.Impossible.class, town.adapter.canReply(MaxTown.ACCOUNT, asked))
                .reason();
    }

    @Test
    void a_bot_that_may_not_write_says_so_before_anybody_writes_an_answer() {
        town.updates();
        town.max.permit(CHANNEL, BOT, "read_all_messages");
        town.read("chat:" + CHANNEL);
        String mid = town.max.comment(post, ANNA, "Яма");
        Post asked = town.only("updates");

        assertEquals("NO_WRITE_PERMISSION", hindrance(asked));
        assertEquals(
                "NO_WRITE_PERMISSION",
                hindrance(Post.builder(message(CHANNEL, post), asked.publishedAt())
                        .build()));
        PublishOutcome.Refused refused =
                assertInstanceOf(PublishOutcome.Refused.class, town.publish(comment(post, mid), ANSWER));
        assertEquals(FailureKind.PERMISSION, refused.kind());
    }

    @Test
    void what_changes_a_bots_rights_is_heeded_at_once() {
        town.updates();
        town.max.permit(CHANNEL, BOT, "read_all_messages");
        town.read("chat:" + CHANNEL);
        Post asked = Post.builder(comment(post, "mid.1"), town.clock.instant())
                .discussion(Discussion.onPage(String.valueOf(CHANNEL)))
                .build();
        assertEquals("NO_WRITE_PERMISSION", hindrance(asked));

        town.deliver("""
            {"update_type":"bot_admin_permissions_changed","timestamp":1,"chat_id":%d,"user_id":1,"bot_id":2,\
            "is_channel":true,"is_admin":true}""".formatted(CHANNEL));

        assertInstanceOf(Replyability.Possible.class, town.adapter.canReply(MaxTown.ACCOUNT, asked));
    }

    @Test
    void a_text_of_more_units_than_the_network_surely_takes_is_refused_without_a_call() {
        String mid = town.max.comment(post, ANNA, "Яма");
        String faces = "😀".repeat(2001);

        PublishOutcome refused = town.publish(comment(post, mid), faces);

        assertEquals(
                FailureKind.CONTENT_REJECTED,
                assertInstanceOf(PublishOutcome.Refused.class, refused).kind());
        assertEquals(0, town.callsOf("POST /messages/{mid}/comments"));
    }

    @Test
    void ids_of_nothing_we_know_are_refused() {
        for (String id : List.of("1", "chat:", "chat:x:mid.1", "chat:1:", "post::mid.1", "wall:1:2")) {
            PostId strange = PostId.of("max", id);
            assertInstanceOf(PublishOutcome.Refused.class, town.publish(strange, ANSWER), id);
            assertInstanceOf(ReadBack.Absent.class, town.find(strange, ANSWER), id);
        }
        assertEquals(Optional.empty(), MaxTarget.of(PostId.of("vk", "chat:1:mid.1")));
        assertTrue(town.max.calls().stream().noneMatch(call -> call.startsWith("POST")));
    }
}
