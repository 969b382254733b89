package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.post.PostId;
import org.otklik.spi.PublishOutcome;
import org.otklik.testkit.Fault;

/** What an adapter keeps that declares IDEMPOTENT_SEND: one key shows one reply, however often it is sent. */
public abstract class IdempotentSendContract extends NetworkContract {

    private static final String ANSWER = "Яму заделают до 28 ноября.";

    /** Creates the contract; JUnit does. */
    protected IdempotentSendContract() {}

    private PublishOutcome publish(PostId post, int key) {
        return adapter().publish(target(post), ANSWER, key(key));
    }

    @Test
    final void a_second_sending_with_the_same_key_shows_nothing_more() {
        PostId post = write("Яма");

        PublishOutcome first = publish(post, 1);
        restart();
        PublishOutcome second = publish(post, 1);

        assertEquals(List.of(ANSWER), network().repliesTo(post));
        assertEquals(sentId(first), sentId(second));
    }

    @Test
    final void a_reply_whose_answer_was_lost_may_be_sent_again() {
        PostId post = write("Яма");
        network().breakNext(Fault.TIMEOUT_AFTER_APPLYING);
        publish(post, 1);
        restPasses();

        sentId(publish(post, 1));

        assertEquals(List.of(ANSWER), network().repliesTo(post));
    }

    @Test
    final void another_key_is_another_reply() {
        PostId post = write("Яма");

        publish(post, 1);
        publish(post, 2);

        assertEquals(List.of(ANSWER, ANSWER), network().repliesTo(post));
    }

    private static String sentId(PublishOutcome outcome) {
        return assertInstanceOf(PublishOutcome.Sent.class, outcome).nativeReplyId();
    }
}
