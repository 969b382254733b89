package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.otklik.tck.Sample.in;
import static org.otklik.tck.Sample.post;
import static org.otklik.tck.Sample.postId;
import static org.otklik.tck.Sample.posts;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.post.PostId;
import org.otklik.spi.storage.ClaimedPost;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;

/** What the queue of captured posts keeps: oldest first, one node a post, a lease that ends, every claim counted. */
public abstract class CaptureQueueContract extends StorageContract {

    /** Creates the contract; JUnit does. */
    protected CaptureQueueContract() {}

    private void insert(PostRow... rows) {
        write(unit -> unit.posts().insertNew(List.of(rows)));
    }

    private List<ClaimedPost> claim(String owner, int limit, Duration lease) {
        return ask(unit -> unit.posts().claimCaptured(owner, limit, lease));
    }

    private static List<PostId> ids(List<ClaimedPost> claimed) {
        return claimed.stream().map(one -> one.row().id()).toList();
    }

    @Test
    final void the_oldest_captured_posts_are_claimed_first() {
        insert(post(3), post(1), post(2));

        List<ClaimedPost> claimed = claim("a", 2, LONG);

        assertEquals(List.of(new ClaimedPost(post(1), 1), new ClaimedPost(post(2), 1)), claimed);
    }

    @Test
    final void the_latest_captured_posts_can_be_claimed_too() {
        insert(post(3), post(1), post(4), post(2));
        claim("a", 1, LONG);

        List<ClaimedPost> latest = ask(unit -> unit.posts().claimLatest("b", 2, LONG));

        assertEquals(List.of(new ClaimedPost(post(3), 1), new ClaimedPost(post(4), 1)), latest);
        assertEquals(List.of(postId(2)), ids(claim("a", 9, LONG)));
    }

    @Test
    final void a_claimed_post_is_not_claimed_by_another() {
        insert(post(1), post(2));
        claim("a", 1, LONG);

        assertEquals(List.of(postId(2)), ids(claim("b", 9, LONG)));
        assertEquals(List.of(), claim("b", 9, LONG));
        assertEquals(2, count(unit -> unit.posts().captured()));
    }

    @Test
    final void a_post_whose_lease_ran_out_is_claimed_again_and_the_claim_counted() {
        insert(post(1));
        claim("a", 1, SHORT);
        letShortLeasesEnd();

        assertEquals(List.of(new ClaimedPost(post(1), 2)), claim("b", 1, LONG));
    }

    @Test
    final void a_claim_outlives_the_process() {
        insert(post(1));
        claim("a", 1, LONG);

        restart();

        assertEquals(List.of(), claim("b", 1, LONG));
        assertEquals(1, count(unit -> unit.posts().captured()));
    }

    @Test
    final void a_decided_post_leaves_the_queue() {
        insert(post(1), post(2));
        write(unit -> unit.posts().update(List.of(in(post(1), SignalState.REJECTED))));

        assertEquals(List.of(postId(2)), ids(claim("a", 9, LONG)));
        assertEquals(1, count(unit -> unit.posts().captured()));
    }

    @Test
    final void a_post_that_is_captured_again_enters_the_queue() {
        insert(in(post(1), SignalState.REJECTED));
        assertEquals(List.of(), claim("a", 9, LONG));

        write(unit -> unit.posts().update(List.of(post(1))));

        assertEquals(List.of(postId(1)), ids(claim("a", 9, LONG)));
    }

    @Test
    final void a_failed_transaction_claims_nothing() {
        insert(post(1));

        RuntimeException thrown = new IllegalStateException("on purpose");
        try {
            write(unit -> {
                unit.posts().claimCaptured("a", 1, LONG);
                throw thrown;
            });
        } catch (IllegalStateException expected) {
            assertEquals(thrown, expected);
        }

        assertEquals(List.of(new ClaimedPost(post(1), 1)), claim("b", 1, LONG));
    }

    @Test
    final void a_queue_is_worked_off_in_bounded_bites() {
        write(unit -> unit.posts().insertNew(posts(0, 95).toList()));

        int bites = 0;
        while (!claim("a", 10, LONG).isEmpty()) {
            bites++;
        }

        assertEquals(10, bites);
    }
}
