package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.otklik.tck.Sample.attached;
import static org.otklik.tck.Sample.in;
import static org.otklik.tck.Sample.incident;
import static org.otklik.tck.Sample.incidentId;
import static org.otklik.tck.Sample.minute;
import static org.otklik.tck.Sample.post;
import static org.otklik.tck.Sample.postId;
import static org.otklik.tck.Sample.pseudonym;
import static org.otklik.tck.Sample.stream;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.incident.IncidentState;
import org.otklik.incident.IncidentSummary;
import org.otklik.post.AuthorRef;
import org.otklik.post.RetentionCategory;
import org.otklik.spi.storage.AccessRow;
import org.otklik.spi.storage.AccessRow.Action;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.TextRow;

/** What a storage finds that was kept long enough, and what it remembers of those who saw names. */
public abstract class RetentionContract extends StorageContract {

    private static final Instant OLD = minute(100);

    /** Creates the contract; JUnit does. */
    protected RetentionContract() {}

    /** Odd posts were set aside, even ones belong to incidents; incident 2 is closed, 4 is open, and 200 is closed but new. */
    @BeforeEach
    final void someOldAndNew() {
        write(unit -> {
            List.of(closed(2), incident(4), closed(200)).forEach(unit.incidents()::insert);
            unit.posts()
                    .insertNew(List.of(
                            in(post(1), SignalState.REJECTED),
                            attached(post(2), incidentId(2), AnswerState.ANSWERED),
                            in(post(3), SignalState.NEEDS_REVIEW),
                            attached(post(4), incidentId(4), AnswerState.AWAITING),
                            attached(post(200), incidentId(200), AnswerState.ANSWERED),
                            in(post(201), SignalState.REJECTED)));
            List.of(2, 4, 200)
                    .forEach(number -> unit.texts()
                            .put(new TextRow(
                                    "draft:1", stream(number), "Засыпали.", Optional.empty(), minute(number))));
            unit.authors()
                    .remember(List.of(
                            new AuthorRow(pseudonym(1), AuthorRef.of("vk", "1", "Старый"), minute(1)),
                            new AuthorRow(pseudonym(200), AuthorRef.of("vk", "200", "Новый"), minute(200))));
        });
    }

    private static IncidentRow closed(int number) {
        IncidentSummary line = incident(number).summary();
        return incident(
                new IncidentSummary(
                        line.id(),
                        line.number(),
                        IncidentState.CLOSED,
                        line.kind(),
                        line.topic(),
                        line.lead(),
                        line.municipality(),
                        line.severity(),
                        line.registeredAt(),
                        Optional.empty()),
                1);
    }

    private Set<PostRow> posts(RetentionCategory category) {
        return Set.copyOf(ask(unit -> unit.retention().posts(category, OLD, 10)));
    }

    private Map<RetentionCategory, Long> counts() {
        return List.of(RetentionCategory.values()).stream()
                .collect(Collectors.toMap(
                        category -> category,
                        category -> count(unit -> unit.retention().count(category, OLD))));
    }

    @Test
    final void only_what_is_old_and_needs_no_work_is_found() {
        assertEquals(
                Map.of(
                        RetentionCategory.DISMISSED_POSTS, 1L,
                        RetentionCategory.CLOSED_POSTS, 1L,
                        RetentionCategory.CLOSED_TEXTS, 1L,
                        RetentionCategory.AUTHORS, 1L),
                counts());
        assertEquals(Set.of(in(post(1), SignalState.REJECTED)), posts(RetentionCategory.DISMISSED_POSTS));
        assertEquals(
                Set.of(attached(post(2), incidentId(2), AnswerState.ANSWERED)), posts(RetentionCategory.CLOSED_POSTS));
        assertEquals(Set.of(), posts(RetentionCategory.AUTHORS));
    }

    @Test
    final void what_is_gone_is_not_found_again() {
        write(unit -> unit.posts().eraseTexts(List.of(postId(1), postId(2))));

        assertEquals(1, count(unit -> unit.retention().eraseTexts(OLD, 10)));
        assertEquals(List.of(pseudonym(1)), ask(unit -> unit.retention().forgetAuthors(OLD, 10)));

        assertEquals(Set.of(0L), Set.copyOf(counts().values()));
        assertEquals(Optional.empty(), ask(unit -> unit.texts().find(stream(2), "draft:1")));
        assertEquals(1, ask(unit -> unit.texts().of(stream(4))).size());
        assertEquals(
                Set.of(pseudonym(200)),
                ask(unit -> unit.authors().find(List.of(pseudonym(1), pseudonym(200))))
                        .keySet());
    }

    @Test
    final void a_step_takes_no_more_than_its_limit() {
        assertEquals(0, count(unit -> unit.retention().eraseTexts(minute(300), 0)));
        assertEquals(1, count(unit -> unit.retention().eraseTexts(minute(300), 1)));
        assertEquals(
                1, ask(unit -> unit.retention().forgetAuthors(minute(300), 1)).size());
        assertEquals(
                1,
                ask(unit -> unit.retention().posts(RetentionCategory.CLOSED_POSTS, minute(300), 1))
                        .size());
    }

    private static AccessRow access(long number, int minute, int person) {
        return new AccessRow(
                number, minute(minute), "moderator", Action.SHOWN, pseudonym(person), "vk:-1_1", "VIEW_INCIDENT");
    }

    @Test
    final void who_saw_a_name_is_remembered_by_person_and_period() {
        write(unit -> unit.accesses().add(List.of(access(0, 1, 1), access(0, 2, 2))));
        write(unit -> unit.accesses().add(List.of(access(0, 3, 1))));

        restart();

        List<AccessRow> all = ask(unit -> unit.accesses().find(Optional.empty(), minute(1), minute(4), 0, 10));
        assertEquals(
                List.of(
                        access(all.get(0).number(), 1, 1),
                        access(all.get(1).number(), 2, 2),
                        access(all.get(2).number(), 3, 1)),
                all);
        assertEquals(
                List.of(all.get(0), all.get(2)),
                ask(unit -> unit.accesses().find(Optional.of(pseudonym(1)), minute(1), minute(4), 0, 10)));
        assertEquals(
                List.of(all.get(1)), ask(unit -> unit.accesses().find(Optional.empty(), minute(2), minute(3), 0, 10)));
        assertEquals(
                List.of(all.get(1)),
                ask(unit -> unit.accesses()
                        .find(Optional.empty(), minute(1), minute(4), all.get(0).number(), 1)));
    }
}
