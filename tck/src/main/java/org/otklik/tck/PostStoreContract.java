package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.tck.Sample.attached;
import static org.otklik.tck.Sample.in;
import static org.otklik.tck.Sample.incidentId;
import static org.otklik.tck.Sample.minute;
import static org.otklik.tck.Sample.post;
import static org.otklik.tck.Sample.postId;
import static org.otklik.tck.Sample.posts;
import static org.otklik.tck.Sample.pseudonym;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.otklik.id.IncidentId;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;
import org.otklik.post.PostRevision;
import org.otklik.post.PostRevision.Kind;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.PostTally;
import org.otklik.spi.storage.SignalCount;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.StaleVersionException;

/** What a store of posts keeps: each post once, its versions, its revisions, its incident. */
public abstract class PostStoreContract extends StorageContract {

    private static final IncidentId FIRST = incidentId(1);
    private static final IncidentId SECOND = incidentId(2);
    private static final IncidentId THIRD = incidentId(3);

    /** Creates the contract; JUnit does. */
    protected PostStoreContract() {}

    private PostRow find(PostId id) {
        return Objects.requireNonNull(
                ask(unit -> unit.posts().find(List.of(id))).get(id), "the post");
    }

    private void insert(PostRow... rows) {
        write(unit -> unit.posts().insertNew(List.of(rows)));
    }

    @Test
    final void a_post_comes_back_as_it_was_stored() {
        insert(post(1), Sample.fullPost(2));

        Map<PostId, PostRow> found = ask(unit -> unit.posts().find(List.of(postId(1), postId(2), postId(3))));

        assertEquals(Map.of(postId(1), post(1), postId(2), Sample.fullPost(2)), found);
    }

    @Test
    final void a_post_outlives_the_process() {
        insert(Sample.fullPost(2));

        restart();

        assertEquals(Sample.fullPost(2), find(postId(2)));
    }

    @Test
    final void a_second_copy_of_a_post_is_not_inserted() {
        insert(post(1));

        Set<PostId> inserted = ask(unit -> unit.posts().insertNew(List.of(in(post(1), SignalState.REJECTED), post(2))));

        assertEquals(Set.of(postId(2)), inserted);
        assertEquals(post(1), find(postId(1)));
    }

    @Test
    final void the_same_native_id_in_another_network_is_another_post() {
        insert(post(1));
        PostId elsewhere = PostId.of("ok", postId(1).nativeId());

        assertEquals(Map.of(), ask(unit -> unit.posts().find(List.of(elsewhere))));
    }

    @Test
    final void an_update_is_stored_with_the_next_version() {
        insert(post(1));

        write(unit -> unit.posts().update(List.of(in(post(1), SignalState.NEEDS_REVIEW))));

        assertEquals(2, find(postId(1)).version());
        assertEquals(SignalState.NEEDS_REVIEW, find(postId(1)).signal());
    }

    @Test
    final void an_update_of_an_old_version_fails_and_changes_none_of_its_posts() {
        insert(post(1), post(2));
        write(unit -> unit.posts().update(List.of(in(post(2), SignalState.NEEDS_REVIEW))));
        List<PostRow> stale = List.of(in(post(1), SignalState.REJECTED), in(post(2), SignalState.REJECTED));

        assertThrows(
                StaleVersionException.class, () -> write(unit -> unit.posts().update(stale)));

        assertEquals(post(1), find(postId(1)));
        assertEquals(SignalState.NEEDS_REVIEW, find(postId(2)).signal());
    }

    @Test
    final void revisions_come_in_order_and_none_is_overwritten() {
        PostRevision first = new PostRevision(1, Kind.PUBLISHED, minute(1), "a".repeat(32), Optional.of("Яма"));
        PostRevision second = new PostRevision(2, Kind.EDITED, minute(2), "b".repeat(32), Optional.of("Большая яма"));
        PostRevision third = new PostRevision(3, Kind.DELETED, minute(3), "b".repeat(32), Optional.empty());
        PostRevision rival = new PostRevision(2, Kind.EDITED, minute(9), "c".repeat(32), Optional.of("Другое"));
        insert(post(1));

        for (PostRevision revision : List.of(second, first, rival, third)) {
            write(unit -> unit.posts().addRevisions(Map.of(postId(1), revision)));
        }

        assertEquals(List.of(first, second, third), ask(unit -> unit.posts().revisions(postId(1))));
        assertEquals(List.of(), ask(unit -> unit.posts().revisions(postId(2))));
    }

    @Test
    final void posts_in_a_state_are_paged_oldest_first_also_when_published_together() {
        write(unit -> unit.posts()
                .insertNew(posts(0, 25)
                        .map(row -> Sample.by(
                                row, pseudonym(1), minute(row.id().nativeId().hashCode() % 3)))
                        .map(row -> in(row, SignalState.NEEDS_REVIEW))
                        .toList()));
        insert(post(100));

        List<PostRow> all = pages(after -> ask(unit -> unit.posts().inState(SignalState.NEEDS_REVIEW, after, 4)));

        assertEquals(25, Set.copyOf(all).size());
        assertEquals(25, all.size());
        assertInOrderOfPublication(all);
    }

    @Test
    final void posts_of_an_incident_are_paged_and_chosen_by_their_answer() {
        write(unit -> unit.posts()
                .insertNew(posts(0, 10)
                        .map(row -> attached(row, FIRST, AnswerState.AWAITING))
                        .toList()));
        insert(attached(post(20), FIRST, AnswerState.WAIVED), attached(post(21), SECOND, AnswerState.AWAITING));

        List<PostRow> awaiting =
                pages(after -> ask(unit -> unit.posts().ofIncident(FIRST, Set.of(AnswerState.AWAITING), after, 3)));
        List<PostRow> all = pages(after -> ask(unit -> unit.posts().ofIncident(FIRST, Set.of(), after, 3)));

        assertEquals(10, awaiting.size());
        assertEquals(11, all.size());
        assertInOrderOfPublication(all);
    }

    private static List<PostRow> pages(Function<Optional<PostRow>, List<PostRow>> page) {
        List<PostRow> all = new ArrayList<>();
        List<PostRow> next = page.apply(Optional.empty());
        while (!next.isEmpty()) {
            all.addAll(next);
            assertTrue(all.size() < 1000, "Paging does not come to an end.");
            next = page.apply(Optional.of(all.get(all.size() - 1)));
        }
        return all;
    }

    private static void assertInOrderOfPublication(List<PostRow> rows) {
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(!rows.get(i)
                    .facts()
                    .publishedAt()
                    .isBefore(rows.get(i - 1).facts().publishedAt()));
        }
    }

    @Test
    final void posts_of_an_author_come_in_order_of_publication() {
        insert(
                Sample.by(post(1), pseudonym(7), minute(30)),
                Sample.by(post(2), pseudonym(7), minute(10)),
                Sample.by(post(3), pseudonym(8), minute(20)));

        List<PostRow> found = ask(unit -> unit.posts().ofAuthor(pseudonym(7), 10));

        assertEquals(
                List.of(postId(2), postId(1)), found.stream().map(PostRow::id).toList());
        assertEquals(1, ask(unit -> unit.posts().ofAuthor(pseudonym(7), 1)).size());
    }

    @Test
    final void an_answer_is_marked_only_where_it_is_awaited_and_a_stale_update_cannot_undo_it() {
        insert(
                attached(post(1), FIRST, AnswerState.AWAITING),
                attached(post(2), FIRST, AnswerState.WAIVED),
                attached(post(3), SECOND, AnswerState.AWAITING));

        int marked =
                ask(unit -> unit.posts().markAnswers(FIRST, List.of(), AnswerState.AWAITING, AnswerState.ANSWERED));

        assertEquals(1, marked);
        assertEquals(AnswerState.ANSWERED, find(postId(1)).link().answer());
        assertEquals(2, find(postId(1)).version());
        assertEquals(AnswerState.WAIVED, find(postId(2)).link().answer());
        assertEquals(AnswerState.AWAITING, find(postId(3)).link().answer());
    }

    @Test
    final void an_answer_to_named_posts_marks_these_and_only_of_the_incident() {
        insert(
                attached(post(1), FIRST, AnswerState.AWAITING),
                attached(post(2), FIRST, AnswerState.AWAITING),
                attached(post(3), SECOND, AnswerState.AWAITING));
        List<PostId> named = List.of(postId(1), postId(3));

        int marked = ask(unit -> unit.posts().markAnswers(FIRST, named, AnswerState.AWAITING, AnswerState.ANSWERED));

        assertEquals(1, marked);
        assertEquals(AnswerState.AWAITING, find(postId(2)).link().answer());
        assertEquals(AnswerState.AWAITING, find(postId(3)).link().answer());
    }

    @Test
    final void nobody_is_owed_an_answer_to_what_the_network_deleted() {
        insert(
                attached(post(1), FIRST, AnswerState.WAIVED),
                attached(Sample.deleted(post(2)), FIRST, AnswerState.WAIVED));

        int owed = ask(unit -> unit.posts().markAnswers(FIRST, List.of(), AnswerState.WAIVED, AnswerState.AWAITING));

        assertEquals(1, owed);
        assertEquals(AnswerState.AWAITING, find(postId(1)).link().answer());
        assertEquals(AnswerState.WAIVED, find(postId(2)).link().answer());
    }

    @Test
    final void posts_moved_to_another_incident_know_their_origin_and_go_back_alone() {
        insert(
                attached(post(1), FIRST, AnswerState.AWAITING),
                attached(post(2), FIRST, AnswerState.ANSWERED),
                attached(post(3), SECOND, AnswerState.AWAITING));

        int moved = ask(unit -> unit.posts().moveAll(FIRST, SECOND));
        PostRow there = find(postId(1));
        PostTally movedBack = ask(unit -> unit.posts().moveBack(SECOND, Set.of(FIRST), FIRST));

        assertEquals(2, moved);
        assertEquals(Optional.of(SECOND), there.link().incident());
        assertEquals(Optional.of(FIRST), there.link().origin());
        assertEquals(new PostTally(2, 1, Optional.of(minute(2))), movedBack);
        assertEquals(Optional.of(FIRST), find(postId(1)).link().incident());
        assertEquals(AnswerState.ANSWERED, find(postId(2)).link().answer());
        assertEquals(Optional.of(SECOND), find(postId(3)).link().incident());
    }

    @Test
    final void posts_of_several_origins_go_back_to_one_incident_and_are_counted() {
        insert(
                Sample.by(attached(post(1), FIRST, AnswerState.AWAITING), pseudonym(1), minute(5)),
                Sample.by(attached(post(2), SECOND, AnswerState.ANSWERED), pseudonym(1), minute(9)),
                Sample.by(attached(post(3), THIRD, AnswerState.AWAITING), pseudonym(2), minute(11)));
        write(unit -> unit.posts().moveAll(FIRST, SECOND));
        write(unit -> unit.posts().moveAll(SECOND, THIRD));

        PostTally movedBack = ask(unit -> unit.posts().moveBack(THIRD, Set.of(FIRST, SECOND), SECOND));

        assertEquals(new PostTally(2, 1, Optional.of(minute(9))), movedBack);
        assertEquals(movedBack, ask(unit -> unit.posts().tally(SECOND)));
        assertEquals(1, ask(unit -> unit.posts().tally(THIRD)).total());
        assertEquals(Optional.of(FIRST), find(postId(1)).link().origin());
    }

    @Test
    final void who_moves_nothing_back_counts_nothing() {
        insert(attached(post(1), FIRST, AnswerState.AWAITING));

        assertEquals(
                new PostTally(0, 0, Optional.empty()),
                ask(unit -> unit.posts().moveBack(FIRST, Set.of(SECOND), SECOND)));
        assertEquals(Optional.of(FIRST), find(postId(1)).link().incident());
    }

    @Test
    final void a_move_cannot_be_undone_by_somebody_who_read_the_post_before_it() {
        insert(attached(post(1), FIRST, AnswerState.AWAITING));
        PostRow readBefore = find(postId(1));
        write(unit -> unit.posts().moveAll(FIRST, SECOND));

        assertThrows(
                StaleVersionException.class, () -> write(unit -> unit.posts().update(List.of(readBefore))));
    }

    @Test
    final void a_tally_counts_posts_and_awaiting_ones_and_their_authors_are_counted_once() {
        insert(
                Sample.by(attached(post(1), FIRST, AnswerState.AWAITING), pseudonym(1), minute(5)),
                Sample.by(attached(post(2), FIRST, AnswerState.ANSWERED), pseudonym(1), minute(9)),
                Sample.by(attached(post(3), FIRST, AnswerState.AWAITING), pseudonym(2), minute(7)),
                Sample.by(attached(post(4), SECOND, AnswerState.AWAITING), pseudonym(3), minute(99)));

        assertEquals(
                new PostTally(3, 2, Optional.of(minute(9))),
                ask(unit -> unit.posts().tally(FIRST)));
        assertEquals(
                new PostTally(0, 0, Optional.empty()), ask(unit -> unit.posts().tally(incidentId(3))));
        int authors = ask(unit -> unit.posts().authors(FIRST));
        int ofNobody = ask(unit -> unit.posts().authors(incidentId(3)));
        assertEquals(2, authors);
        assertEquals(0, ofNobody);
    }

    @Test
    final void signals_are_counted_by_network_and_state_within_the_period() {
        insert(post(1), post(2), in(post(3), SignalState.REJECTED), post(4));

        List<SignalCount> counts = ask(unit -> unit.posts().countSignals(minute(2), minute(4)));

        NetworkId vk = NetworkId.of("vk");
        assertEquals(
                Set.of(new SignalCount(vk, SignalState.CAPTURED, 1), new SignalCount(vk, SignalState.REJECTED, 1)),
                Set.copyOf(counts));
        assertEquals(2, counts.size());
    }
}
