package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.otklik.post.PostId;
import org.otklik.spi.OwnReplyFinder;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.testkit.Fault;

/** What an adapter keeps that declares READ_BACK: it finds our reply if and only if it is there. */
public abstract class ReadBackContract extends NetworkContract {

    private static final String ANSWER = "Яму заделают до 28 ноября.";

    /** Creates the contract; JUnit does. */
    protected ReadBackContract() {}

    private PublishOutcome publish(PostId post) {
        return adapter().publish(target(post), ANSWER, key(1));
    }

    private ReadBack find(PostId post) {
        return assertInstanceOf(OwnReplyFinder.class, adapter()).find(target(post), ANSWER, key(1));
    }

    @Test
    final void a_reply_that_was_never_sent_is_absent() {
        PostId post = write("Яма");

        assertInstanceOf(ReadBack.Absent.class, find(post));
    }

    @Test
    final void a_reply_that_was_sent_is_visible_under_its_id() {
        PostId post = write("Яма");
        PublishOutcome.Sent sent = assertInstanceOf(PublishOutcome.Sent.class, publish(post));

        restart();

        assertEquals(
                sent.nativeReplyId(),
                assertInstanceOf(ReadBack.Visible.class, find(post)).nativeReplyId());
    }

    @Test
    final void a_reply_under_another_post_is_another_reply() {
        PostId post = write("Яма");
        PostId other = write("Лужа");
        publish(other);

        assertInstanceOf(ReadBack.Absent.class, find(post));
    }

    @Test
    final void a_reply_with_other_words_is_another_reply() {
        PostId post = write("Яма");
        adapter().publish(target(post), "Ответ по другому вопросу.", key(2));

        assertInstanceOf(ReadBack.Absent.class, find(post));
    }

    @Test
    final void a_reply_whose_answer_was_lost_is_found() {
        PostId post = write("Яма");
        network().breakNext(Fault.TIMEOUT_AFTER_APPLYING);
        publish(post);
        restPasses();

        assertInstanceOf(ReadBack.Visible.class, find(post));
    }

    @Test
    final void a_reply_that_was_lost_on_its_way_is_absent() {
        PostId post = write("Яма");
        network().breakNext(Fault.TIMEOUT_BEFORE_APPLYING);
        publish(post);
        restPasses();

        assertInstanceOf(ReadBack.Absent.class, find(post));
    }

    @Test
    final void a_reply_that_citizens_do_not_see_is_not_called_visible() {
        PostId post = write("Яма");
        network().breakNext(Fault.HIDDEN_REPLY);
        publish(post);

        assertInstanceOf(ReadBack.Hidden.class, find(post));
    }

    @Test
    final void a_failed_look_proves_nothing() {
        PostId post = write("Яма");
        publish(post);
        network().breakNext(Fault.LOOKUP_FAILS);

        assertInstanceOf(ReadBack.NotKnown.class, find(post));
        restPasses();
        assertInstanceOf(ReadBack.Visible.class, find(post));
    }
}
