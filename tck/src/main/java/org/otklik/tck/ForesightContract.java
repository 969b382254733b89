package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.otklik.tck.Sample.attached;
import static org.otklik.tck.Sample.event;
import static org.otklik.tck.Sample.incident;
import static org.otklik.tck.Sample.incidentId;
import static org.otklik.tck.Sample.instruction;
import static org.otklik.tck.Sample.minute;
import static org.otklik.tck.Sample.post;
import static org.otklik.tck.Sample.postId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.id.IncidentId;
import org.otklik.incident.PostCounters;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.Foresight;
import org.otklik.spi.storage.Foresight.Part;
import org.otklik.spi.storage.PostTally;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.TextRow;
import org.otklik.spi.storage.UnitOfWork;

/** What a transaction says it will ask changes no answer, whatever it, or somebody else, changes in between. */
public abstract class ForesightContract extends StorageContract {

    private static final IncidentId FIRST = incidentId(1);
    private static final IncidentId SECOND = incidentId(2);
    private static final Set<AnswerState> AWAITING = Set.of(AnswerState.AWAITING);
    private static final int TURNS = 40;
    private static final Foresight ALL =
            Foresight.of(FIRST).with(Set.of(Part.values())).withPosts(Set.of(postId(3), postId(9)));
    private static final TextRow TEXT =
            new TextRow("draft:1", StreamId.incident(FIRST), "Яму у вокзала заделают.", Optional.empty(), minute(5));

    /** Creates the contract; JUnit does. */
    protected ForesightContract() {}

    @BeforeEach
    final void storeTwoIncidents() {
        write(unit -> {
            unit.incidents().insert(incident(1));
            unit.incidents().insert(incident(2));
            unit.incidents().count(FIRST, 1, 0, Optional.of(minute(2)));
            unit.posts()
                    .insertNew(List.of(
                            attached(post(1), FIRST, AnswerState.AWAITING),
                            attached(post(2), FIRST, AnswerState.ANSWERED),
                            attached(post(3), SECOND, AnswerState.AWAITING)));
            unit.instructions().insert(instruction(1, FIRST));
            unit.events()
                    .append(List.of(
                            event(StreamId.incident(FIRST), 1),
                            event(StreamId.incident(FIRST), 2),
                            event(StreamId.incident(SECOND), 1)));
            unit.texts().put(TEXT);
            unit.state().write("draft", "1", FIRST.value());
        });
    }

    private static List<Object> answers(UnitOfWork unit) {
        List<Object> answers = new ArrayList<>();
        answers.add(unit.state().read("draft", "1"));
        answers.add(unit.incidents().find(FIRST));
        answers.add(unit.incidents().find(SECOND));
        answers.add(unit.incidents().find(incidentId(9)));
        answers.add(unit.posts().tally(FIRST));
        answers.add(unit.posts().find(List.of(postId(1), postId(2), postId(3), postId(9))));
        answers.add(unit.posts().find(List.of(postId(1))));
        answers.add(unit.posts().ofIncident(FIRST, AWAITING, Optional.empty(), 10));
        answers.add(unit.posts().ofIncident(FIRST, Set.of(), Optional.empty(), 10));
        answers.add(unit.posts().ofIncident(SECOND, AWAITING, Optional.empty(), 10));
        answers.add(unit.instructions().about(FIRST));
        answers.add(unit.instructions().about(SECOND));
        answers.add(unit.events().read(StreamId.incident(FIRST), 1, 10));
        answers.add(unit.events().read(StreamId.incident(FIRST), 2, 1));
        answers.add(unit.events().read(StreamId.incident(FIRST), 3, 1));
        answers.add(unit.events().read(StreamId.incident(SECOND), 1, 10));
        answers.add(unit.texts().find(TEXT.owner(), TEXT.key()));
        answers.add(unit.texts().find(TEXT.owner(), "draft:2"));
        return answers;
    }

    private List<Object> answersAfter(Foresight... foresights) {
        return ask(unit -> {
            List.of(foresights).forEach(unit::foresee);
            return answers(unit);
        });
    }

    @Test
    final void what_was_foreseen_is_answered_as_without_a_word() {
        List<Object> unforeseen = ask(ForesightContract::answers);

        assertEquals(unforeseen, answersAfter(ALL));
        assertEquals(unforeseen, answersAfter(Foresight.of(SECOND), ALL));
        assertEquals(unforeseen, answersAfter(Foresight.ofSurvivor(FIRST).with(Set.of(Part.values()))));
        assertEquals(
                unforeseen,
                answersAfter(Foresight.ofStored("draft", "1")
                        .with(Set.of(Part.values()))
                        .withText(TEXT.key())));
        assertEquals(unforeseen, answersAfter(Foresight.ofStored("draft", "9").withText("draft:9")));
        assertEquals(unforeseen, answersAfter(Foresight.of(incidentId(9)).with(Set.of(Part.values()))));
    }

    @Test
    final void what_a_transaction_changed_itself_is_seen_whatever_it_foresaw() {
        Function<UnitOfWork, List<Object>> work = unit -> {
            answers(unit);
            List<Object> seen = new ArrayList<>();
            seen.add(unit.posts().markAnswers(FIRST, List.of(), AnswerState.AWAITING, AnswerState.WAIVED));
            seen.add(unit.incidents().counted(FIRST, 0, -1, Optional.empty()));
            seen.add(unit.posts().tally(FIRST).awaiting());
            seen.addAll(answers(unit));
            seen.add(unit.posts().markAnswers(FIRST, List.of(), AnswerState.WAIVED, AnswerState.AWAITING));
            seen.add(unit.incidents().counted(FIRST, 0, 1, Optional.empty()));
            seen.add(unit.posts().moveAll(FIRST, SECOND));
            seen.addAll(answers(unit));
            return seen;
        };

        List<Object> seen = ask(unit -> {
            unit.foresee(ALL);
            return work.apply(unit);
        });
        write(unit -> unit.posts().moveBack(SECOND, Set.of(FIRST), FIRST));

        assertEquals(1, seen.get(0));
        assertEquals(new PostCounters(2, 0, minute(2)), seen.get(1));
        assertEquals(0, seen.get(2));
        assertEquals(withoutVersions(ask(work)), withoutVersions(seen));
    }

    @Test
    final void posts_are_moved_back_as_they_were_foreseen() {
        write(unit -> unit.posts().moveAll(FIRST, SECOND));
        PostTally foreseen = ask(unit -> {
            unit.foresee(Foresight.ofSurvivor(SECOND).with(Set.of(Part.POSTS)));
            unit.incidents().find(SECOND);
            return unit.posts().moveBack(SECOND, Set.of(FIRST), FIRST);
        });

        assertEquals(new PostTally(2, 1, Optional.of(minute(2))), foreseen);
        assertEquals(foreseen, ask(unit -> unit.posts().tally(FIRST)));
        assertEquals(1, ask(unit -> unit.posts().tally(SECOND)).total());
    }

    /** The second time all posts are some versions further. */
    private static List<String> withoutVersions(List<Object> answers) {
        return answers.stream()
                .map(answer -> answer.toString().replaceAll("version=\\d+", "version"))
                .toList();
    }

    @Test
    final void posts_are_moved_and_counted_as_they_were_foreseen() {
        int moved = ask(unit -> {
            unit.foresee(ALL);
            unit.foresee(Foresight.of(SECOND));
            int total = unit.posts().tally(FIRST).total();
            unit.incidents().find(SECOND);
            unit.posts().moveAll(FIRST, SECOND);
            unit.incidents().counted(FIRST, -total, -1, Optional.empty());
            unit.incidents().counted(SECOND, total, 1, Optional.of(minute(2)));
            return total;
        });

        assertEquals(2, moved);
        assertEquals(3, ask(unit -> unit.posts().tally(SECOND)).total());
        assertEquals(
                new PostCounters(0, 0, minute(2)),
                ask(unit -> unit.incidents().find(FIRST)).orElseThrow().counters());
        assertEquals(
                new PostCounters(3, 2, minute(2)),
                ask(unit -> unit.incidents().find(SECOND)).orElseThrow().counters());
    }

    @Test
    final void counters_hold_while_some_attach_posts_and_others_waive_them() {
        new AttachAndWaive(this, FIRST, ALL).run(TURNS, 100);
    }
}
