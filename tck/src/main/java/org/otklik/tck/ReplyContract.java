package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyPreview;
import org.otklik.spi.Replyability;
import org.otklik.testkit.Fault;

/** What an adapter keeps that declares REPLY: it says what it knows, and Unknown when it does not. */
public abstract class ReplyContract extends NetworkContract {

    private static final String LETTER = "д";
    private static final String ANSWER = "Здравствуйте! Яму заделают до 28 ноября.";

    /** Creates the contract; JUnit does. */
    protected ReplyContract() {}

    private PublishOutcome publish(PostId post, String text, int key) {
        return adapter().publish(target(post), text, key(key));
    }

    private int longestText(PostId post) {
        Replyability answer = adapter()
                .canReply(
                        account(), Post.builder(post, Sample.START).text("Яма").build());
        return assertInstanceOf(Replyability.Possible.class, answer).longestText();
    }

    @Test
    final void a_reply_is_shown_once_and_word_for_word() {
        PostId post = write("Яма");

        PublishOutcome.Sent sent = assertInstanceOf(PublishOutcome.Sent.class, publish(post, ANSWER, 1));

        assertFalse(sent.nativeReplyId().isBlank());
        assertEquals(List.of(ANSWER), network().repliesTo(post));
    }

    @Test
    final void strange_characters_are_shown_word_for_word() {
        PostId post = write("Яма");
        String text = "Ёлка — «да» & <нет> 100 % 👨‍👩‍👧‍👦\nвторая строка";

        publish(post, text, 1);

        assertEquals(List.of(text), network().repliesTo(post));
    }

    @Test
    final void replies_go_to_the_post_that_they_answer() {
        PostId first = write("Яма");
        PostId second = write("Лужа");

        publish(second, ANSWER, 1);

        assertEquals(List.of(), network().repliesTo(first));
        assertEquals(List.of(ANSWER), network().repliesTo(second));
    }

    private ReplyPreview preview(PostId post, String text) {
        return adapter().preview(target(post), text);
    }

    /** As many letters as the network takes, however much one counts there. */
    private String longest(PostId post) {
        ReplyPreview one = preview(post, LETTER);
        assertTrue(one.length() > 0, "A letter counts for nothing in the preview.");
        return LETTER.repeat(one.longest() / one.length());
    }

    @Test
    final void the_longest_text_is_taken_and_a_longer_one_refused() {
        PostId post = write("Яма");
        String longest = longest(post);

        assertInstanceOf(PublishOutcome.Sent.class, publish(post, longest, 1));
        PublishOutcome refused = publish(post, longest + LETTER, 2);

        assertEquals(FailureKind.CONTENT_REJECTED, refusal(refused));
        assertEquals(List.of(longest), network().repliesTo(post));
    }

    @Test
    final void the_preview_of_the_longest_text_fits_and_of_one_more_does_not() {
        PostId post = write("Яма");
        String longest = longest(post);

        assertTrue(preview(post, longest).fits());
        assertFalse(preview(post, longest + LETTER).fits());
        assertEquals(longest + LETTER, preview(post, longest + LETTER).text(), "The preview cuts the text.");
        assertEquals(longestText(post), preview(post, longest).longest(), "canReply and preview name two limits.");
    }

    @Test
    final void the_preview_shows_the_text_as_it_will_stand() {
        PostId post = write("Яма");
        String text = "  Ёлка — «да» & <нет>  👨‍👩‍👧‍👦\nвторая строка: https://example.org/a?b=1 ";
        String shown = preview(post, text).text();

        publish(post, shown, 1);

        assertEquals(shown, preview(post, shown).text(), "A preview of what was previewed shows another text.");
        assertEquals(List.of(shown), network().repliesTo(post));
    }

    @Test
    final void a_post_of_another_network_cannot_be_answered() {
        Post foreign = Post.builder(PostId.of("elsewhere", "1"), Sample.START).build();

        Replyability answer = adapter().canReply(account(), foreign);

        assertFalse(
                assertInstanceOf(Replyability.Impossible.class, answer).reason().isBlank());
    }

    @Test
    final void a_post_that_is_gone_is_refused_as_gone() {
        PostId post = write("Яма");
        network().breakNext(Fault.TARGET_DELETED);

        PublishOutcome outcome = publish(post, ANSWER, 1);

        assertEquals(FailureKind.TARGET_GONE, refusal(outcome));
        assertEquals(List.of(), network().repliesTo(post));
    }

    @Test
    final void a_dead_token_is_refused_for_a_person_to_renew() {
        PostId post = write("Яма");
        network().breakNext(Fault.TOKEN_DEAD);

        assertEquals(FailureKind.TOKEN_INVALID, refusal(publish(post, ANSWER, 1)));
        assertEquals(List.of(), network().repliesTo(post));
    }

    private static FailureKind refusal(PublishOutcome outcome) {
        return assertInstanceOf(PublishOutcome.Refused.class, outcome).kind();
    }

    @Test
    final void too_many_calls_are_put_off_and_nothing_is_shown() {
        PostId post = write("Яма");
        network().breakNext(Fault.RATE_LIMIT);

        PublishOutcome.Later later = assertInstanceOf(PublishOutcome.Later.class, publish(post, ANSWER, 1));

        assertTrue(later.kind().isPassing());
        assertEquals(List.of(), network().repliesTo(post));
        restPasses();
        assertInstanceOf(PublishOutcome.Sent.class, publish(post, ANSWER, 1));
    }

    @Test
    final void a_lost_answer_is_unknown_and_nothing_else() {
        PostId post = write("Яма");

        network().breakNext(Fault.TIMEOUT_AFTER_APPLYING);
        assertInstanceOf(PublishOutcome.Unknown.class, publish(post, ANSWER, 1));
        assertEquals(List.of(ANSWER), network().repliesTo(post));

        restPasses();
        PostId other = write("Лужа");
        network().breakNext(Fault.TIMEOUT_BEFORE_APPLYING);
        assertInstanceOf(PublishOutcome.Unknown.class, publish(other, ANSWER, 2));
        assertEquals(List.of(), network().repliesTo(other));
    }
}
