package org.otklik.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.id.PublicationId;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;

class InMemoryNetworkTest {

    private static final Instant START = Instant.parse("2026-11-26T08:00:00Z");
    private static final PublicationId KEY = PublicationId.of("0".repeat(26));

    private final SettableClock clock = SettableClock.startingAt(START);
    private final InMemoryNetwork vk = InMemoryNetwork.named("vk");

    @BeforeEach
    void attach() {
        vk.attach(InMemoryContext.of(clock));
    }

    private static PostId id(int number) {
        return PostId.of("vk", "post-" + number);
    }

    private static Post post(int number) {
        return Post.builder(id(number), START.plusSeconds(number)).text("Яма").build();
    }

    private PostPage poll(Optional<Cursor> cursor) {
        return vk.poll(vk.sources().get(0), cursor, 10);
    }

    private static List<PostId> ids(PostPage page) {
        return page.changes().stream().map(PostChange::id).toList();
    }

    private PublishOutcome reply(PostId post) {
        ReplyTarget target = ReplyTarget.of(vk.sources().get(0).account(), post, Discussion.NONE);
        return vk.publish(target, "Засыпали.", KEY);
    }

    @Test
    void a_post_is_seen_once_its_time_has_come() {
        vk.add(post(10)).add(post(20));

        clock.advance(Duration.ofSeconds(15));
        PostPage first = poll(Optional.empty());
        clock.advance(Duration.ofSeconds(15));
        PostPage second = poll(Optional.of(first.next()));

        assertEquals(List.of(id(10)), ids(first));
        assertEquals(List.of(id(20)), ids(second));
    }

    @Test
    void a_post_that_is_added_late_is_not_missed() {
        clock.advance(Duration.ofMinutes(1));
        vk.add(post(20));
        PostPage first = poll(Optional.empty());

        vk.add(post(10));

        assertEquals(List.of(id(10)), ids(poll(Optional.of(first.next()))));
    }

    @Test
    void deliveries_may_come_twice_or_out_of_order() {
        clock.advance(Duration.ofMinutes(1));
        vk.add(post(1)).add(post(2));
        vk.faults().next(Fault.POLL_TWICE, Fault.POLL_OUT_OF_ORDER);

        assertEquals(List.of(id(1), id(2), id(1), id(2)), ids(poll(Optional.empty())));
        assertEquals(List.of(id(2), id(1)), ids(poll(Optional.empty())));
    }

    @Test
    void an_item_that_cannot_be_read_fails_alone() {
        vk.add(post(0)).addUnreadable("broken", START);

        PostPage page = poll(Optional.empty());

        assertEquals(List.of(id(0)), ids(page));
        assertEquals(1, page.unreadable().size());
    }

    @Test
    void faults_come_where_the_script_says() {
        vk.add(post(1)).add(post(2));
        vk.faults().at(1, Fault.TOKEN_DEAD).at(id(2), Fault.HIDDEN_REPLY);

        PublishOutcome.Refused refused = assertInstanceOf(PublishOutcome.Refused.class, reply(id(1)));
        assertInstanceOf(PublishOutcome.Sent.class, reply(id(2)));

        assertEquals(FailureKind.TOKEN_INVALID, refused.kind());
        assertTrue(vk.replies(id(2)).get(0).hidden());
        assertEquals(List.of(Fault.TOKEN_DEAD, Fault.HIDDEN_REPLY), vk.faults().happened());
    }

    @Test
    void a_lasting_fault_lasts_until_it_is_healed() {
        vk.add(post(1)).faults().lasting(Fault.RATE_LIMIT);
        assertInstanceOf(PublishOutcome.Later.class, reply(id(1)));
        assertInstanceOf(PublishOutcome.Later.class, reply(id(1)));

        vk.faults().heal();

        assertInstanceOf(PublishOutcome.Sent.class, reply(id(1)));
    }

    @Test
    void the_same_seed_gives_the_same_faults() {
        assertEquals(faultsOf(7), faultsOf(7));
        assertTrue(faultsOf(7).size() > 10);
    }

    private static List<Fault> faultsOf(long seed) {
        InMemoryNetworkTest test = new InMemoryNetworkTest();
        test.attach();
        test.vk.add(post(1)).faults().bySeed(seed, 30, EnumSet.of(Fault.RATE_LIMIT, Fault.TIMEOUT_AFTER_APPLYING));
        IntStream.range(0, 100).forEach(i -> test.reply(id(1)));
        return test.vk.faults().happened();
    }

    @Test
    void closed_comments_cannot_be_answered() {
        vk.add(post(1)).closeComments(id(1));

        Replyability answer = vk.canReply(vk.sources().get(0).account(), post(1));

        assertEquals(
                "COMMENTS_CLOSED",
                assertInstanceOf(Replyability.Impossible.class, answer).reason());
        assertInstanceOf(PublishOutcome.Refused.class, reply(id(1)));
        assertEquals(Set.of(), Set.copyOf(vk.replies()));
    }
}
