package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.otklik.tck.Sample.attached;
import static org.otklik.tck.Sample.incident;
import static org.otklik.tck.Sample.incidentId;
import static org.otklik.tck.Sample.minute;
import static org.otklik.tck.Sample.post;
import static org.otklik.tck.Sample.postId;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.id.IncidentId;
import org.otklik.post.PostId;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.Foresight;
import org.otklik.spi.storage.Foresight.Part;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.PostTally;
import org.otklik.spi.storage.UnitOfWork;

/** An incident of more than a thousand posts is settled, joined and taken apart as any other, by who said what he will ask. */
public abstract class CrowdContract extends StorageContract {

    private static final IncidentId FIRST = incidentId(1);
    private static final IncidentId SECOND = incidentId(2);
    private static final IncidentId THIRD = incidentId(3);
    private static final int WAITING = 1_200;
    private static final PostId ANSWERED = postId(WAITING + 1);
    private static final PostId DELETED = postId(WAITING + 2);
    private static final int ALL = WAITING + 2;
    private static final int TURNS = 20;

    /** Creates the contract; JUnit does. */
    protected CrowdContract() {}

    @BeforeEach
    final void storeCrowd() {
        write(unit -> {
            unit.incidents().insert(incident(1));
            unit.incidents().insert(incident(2));
            unit.incidents().count(FIRST, ALL - 1, WAITING - 1, Optional.of(minute(ALL)));
            unit.posts()
                    .insertNew(IntStream.rangeClosed(1, WAITING)
                            .mapToObj(number -> attached(post(number), FIRST, AnswerState.AWAITING))
                            .toList());
            unit.posts()
                    .insertNew(List.of(
                            attached(post(WAITING + 1), FIRST, AnswerState.ANSWERED),
                            attached(Sample.deleted(post(WAITING + 2)), FIRST, AnswerState.WAIVED),
                            attached(post(ALL + 1), SECOND, AnswerState.AWAITING)));
        });
    }

    private int foreseen(ToIntFunction<UnitOfWork> work) {
        return ask(unit -> {
            unit.foresee(Foresight.of(FIRST).with(Set.of(Part.POSTS)));
            unit.incidents().find(FIRST);
            return work.applyAsInt(unit);
        });
    }

    private int marked(List<PostId> named, AnswerState from, AnswerState to) {
        return foreseen(unit -> unit.posts().markAnswers(FIRST, named, from, to));
    }

    private PostTally tally(IncidentId incident) {
        return ask(unit -> unit.posts().tally(incident));
    }

    private PostRow find(PostId id) {
        return ask(unit -> unit.posts().find(List.of(id)).get(id));
    }

    @Test
    final void it_is_counted() {
        PostTally tally = ask(unit -> {
            unit.foresee(Foresight.of(FIRST).with(Set.of(Part.POSTS)));
            unit.incidents().find(FIRST);
            return unit.posts().tally(FIRST);
        });

        assertEquals(new PostTally(ALL, WAITING, Optional.of(minute(ALL))), tally);
    }

    @Test
    final void all_answers_are_marked_and_owed_again_but_for_what_the_network_deleted() {
        int waived = marked(List.of(), AnswerState.AWAITING, AnswerState.WAIVED);
        PostRow first = find(postId(1));
        int none = marked(List.of(), AnswerState.AWAITING, AnswerState.WAIVED);
        int owed = marked(List.of(), AnswerState.WAIVED, AnswerState.AWAITING);

        assertEquals(List.of(WAITING, 0, WAITING), List.of(waived, none, owed));
        assertEquals(AnswerState.WAIVED, first.link().answer());
        assertEquals(2, first.version());
        assertEquals(AnswerState.WAIVED, find(DELETED).link().answer());
        assertEquals(AnswerState.ANSWERED, find(ANSWERED).link().answer());
        assertEquals(3, find(postId(WAITING)).version());
        assertEquals(WAITING, tally(FIRST).awaiting());
    }

    @Test
    final void only_those_of_the_named_posts_are_marked_that_wait() {
        int one = marked(List.of(postId(1)), AnswerState.AWAITING, AnswerState.ANSWERED);
        int again = marked(List.of(postId(1), postId(2), ANSWERED), AnswerState.AWAITING, AnswerState.ANSWERED);
        int elsewhere = marked(List.of(postId(ALL + 1)), AnswerState.AWAITING, AnswerState.ANSWERED);

        assertEquals(List.of(1, 1, 0), List.of(one, again, elsewhere));
        assertEquals(2, find(postId(1)).version());
        assertEquals(AnswerState.ANSWERED, find(postId(2)).link().answer());
        assertEquals(WAITING - 2, tally(FIRST).awaiting());
    }

    @Test
    final void named_posts_are_owed_again_but_for_what_the_network_deleted() {
        marked(List.of(postId(1), postId(2)), AnswerState.AWAITING, AnswerState.WAIVED);

        int two = marked(List.of(postId(1), DELETED), AnswerState.WAIVED, AnswerState.AWAITING);
        int gone = marked(List.of(DELETED), AnswerState.WAIVED, AnswerState.AWAITING);

        assertEquals(List.of(1, 0), List.of(two, gone));
        assertEquals(WAITING - 1, tally(FIRST).awaiting());
    }

    @Test
    final void it_moves_and_comes_back_with_whoever_came_in_with_it() {
        PostTally before = tally(FIRST);
        int moved = foreseen(unit -> unit.posts().moveAll(FIRST, SECOND));
        write(unit -> {
            unit.incidents().count(SECOND, ALL, WAITING, Optional.of(minute(ALL)));
            unit.posts().insertNew(List.of(attached(post(ALL + 2), SECOND, AnswerState.AWAITING)));
            unit.incidents().count(SECOND, 1, 1, Optional.of(minute(ALL + 2)));
        });
        PostTally back = ask(unit -> {
            unit.foresee(Foresight.ofSurvivor(SECOND).with(Set.of(Part.POSTS)));
            unit.incidents().find(SECOND);
            return unit.posts().moveBack(SECOND, Set.of(FIRST, THIRD), FIRST);
        });

        assertEquals(ALL, moved);
        assertEquals(before, back);
        assertEquals(before, tally(FIRST));
        assertEquals(2, tally(SECOND).total());
    }

    @Test
    final void counters_hold_while_some_attach_posts_and_others_waive_them() {
        new AttachAndWaive(this, FIRST, Foresight.of(FIRST).with(Set.of(Part.POSTS))).run(TURNS, 2 * ALL);
    }
}
