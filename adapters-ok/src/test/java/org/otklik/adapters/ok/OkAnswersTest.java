package org.otklik.adapters.ok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.testkit.ok.OkFake;

/** The adapter alone against its fake: whether it can answer, and what becomes of an answer. */
class OkAnswersTest {

    private final OkOffice office = new OkOffice();
    private final OkFake fake = office.fake;
    private final String topic = office.topic;

    @AfterEach
    void close() {
        office.close();
    }

    private PublishOutcome answer(PostId post, String text) {
        return office.adapter.publish(ReplyTarget.of(OkOffice.ACCOUNT, post, Discussion.NONE), text, OkOffice.KEY);
    }

    private Replyability canAnswer(PostId post) {
        return office.adapter.canReply(
                OkOffice.ACCOUNT, Post.builder(post, office.clock.instant()).build());
    }

    @Test
    void a_topic_itself_can_be_answered() {
        PostId post = PostId.of("ok", "GROUP_TOPIC:" + topic);

        PublishOutcome.Sent sent = assertInstanceOf(PublishOutcome.Sent.class, answer(post, "Слушаем."));

        assertEquals(List.of("Слушаем."), fake.answers(topic, null));
        assertEquals(
                sent.nativeReplyId(),
                office.posts(office.discussions).get(0).id().nativeId());
    }

    @Test
    void the_same_words_of_another_group_or_person_are_not_our_answer() {
        String comment = fake.comment(topic, OkOffice.CITIZEN, "Яма");
        fake.group("78", "others", "Другие");
        fake.comment(topic, "78", "Заделаем.", comment);
        fake.comment(topic, OkOffice.CITIZEN, "Заделаем.", comment);
        ReplyTarget target = ReplyTarget.of(OkOffice.ACCOUNT, office.id(comment), Discussion.NONE);

        assertEquals(new ReadBack.Absent(), office.adapter.find(target, "Заделаем.", OkOffice.KEY));

        String ours = fake.comment(topic, OkOffice.GROUP, " Заделаем.\n", comment);
        assertEquals(
                new ReadBack.Visible(office.id(ours).nativeId(), Optional.of(office.clock.instant())),
                office.adapter.find(target, "Заделаем.", OkOffice.KEY));
    }

    @Test
    void a_closed_discussion_is_known_as_closed_once_it_was_read() {
        String comment = fake.comment(topic, OkOffice.CITIZEN, "Яма");
        fake.close(topic);
        assertInstanceOf(Replyability.Possible.class, canAnswer(office.id(comment)));

        office.posts(office.discussions);

        assertEquals(
                "COMMENTS_CLOSED",
                assertInstanceOf(Replyability.Impossible.class, canAnswer(office.id(comment)))
                        .reason());
    }

    @Test
    void too_long_an_answer_is_refused_without_a_call() {
        String comment = fake.comment(topic, OkOffice.CITIZEN, "Яма");

        PublishOutcome.Refused refused =
                assertInstanceOf(PublishOutcome.Refused.class, answer(office.id(comment), "😀".repeat(3001)));

        assertEquals(FailureKind.CONTENT_REJECTED, refused.kind());
        assertEquals("TOO_LONG", refused.detail());
        assertEquals(List.of(), fake.calls());
        assertInstanceOf(PublishOutcome.Sent.class, answer(office.id(comment), "😀".repeat(3000)));
    }

    @Test
    void a_missing_method_and_a_missing_permission_are_told_alike() {
        String comment = fake.comment(topic, OkOffice.CITIZEN, "Яма");
        for (OkFake.Writing how : List.of(OkFake.Writing.NO_METHOD, OkFake.Writing.DENIED)) {
            fake.writing(how);

            PublishOutcome.Refused refused =
                    assertInstanceOf(PublishOutcome.Refused.class, answer(office.id(comment), "Да."));

            assertEquals(FailureKind.PERMISSION, refused.kind());
            assertEquals("METHOD_NOT_AVAILABLE", refused.detail());
            assertInstanceOf(Replyability.Impossible.class, canAnswer(office.id(comment)));
        }
        fake.writing(OkFake.Writing.AVAILABLE);
        assertInstanceOf(PublishOutcome.Sent.class, answer(office.id(comment), "Да."));
        assertInstanceOf(Replyability.Possible.class, canAnswer(office.id(comment)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 31, 9999})
    void after_a_fault_of_the_network_nobody_knows_whether_it_was_written(int code) {
        String comment = fake.comment(topic, OkOffice.CITIZEN, "Яма");
        fake.failWriting(code);

        assertEquals(new PublishOutcome.Unknown("ok-" + code), answer(office.id(comment), "Да."));
    }

    @Test
    void writing_off_and_shadow_refuse_without_a_call() {
        String comment = fake.comment(topic, OkOffice.CITIZEN, "Яма");
        Map<String, OkAdapter> silent = Map.of(
                "WRITING_OFF", office.adapter(settings -> settings.writing(false)),
                "SHADOW_MODE", office.adapter(OkSettingsBuilder::readOnly));

        silent.forEach((reason, one) -> {
            ReplyTarget target = ReplyTarget.of(OkOffice.ACCOUNT, office.id(comment), Discussion.NONE);
            assertEquals(
                    new PublishOutcome.Refused(FailureKind.PERMISSION, reason),
                    one.publish(target, "Да.", OkOffice.KEY));
        });
        assertEquals(List.of(), fake.calls());
    }
}
