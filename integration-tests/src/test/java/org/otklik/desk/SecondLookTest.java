package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.Instructions.Order;
import org.otklik.id.IncidentId;
import org.otklik.incident.IncidentState;
import org.otklik.instruction.Instruction;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.sla.ClockName;
import org.otklik.sla.SlaClock;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;

/** What shows only when something comes a second time: a late post, an edited order, words of others. */
class SecondLookTest {

    private final Office office = Office.open();

    @Test
    void the_words_of_others_are_dropped_once_a_comment_is_decided() {
        Post comment = Post.builder(Office.id("2"), office.clock.instant())
                .text("В Заречинске на дороге у вокзала яма, поддерживаю")
                .author(AuthorRef.of("vk", "second"))
                .discussion(Discussion.under(Office.id("1"), "Чужие слова о яме у вокзала"))
                .build();

        office.hear(comment);

        PostRow row = stored(comment.id());
        assertFalse(row.signal() == SignalState.CAPTURED || row.signal() == SignalState.NEEDS_REVIEW);
        assertFalse(row.content().orElseThrow().contains("Чужие слова"));
        assertTrue(row.content().orElseThrow().contains("поддерживаю"));
    }

    private PostRow stored(PostId id) {
        return office.storage
                .transact(stores -> stores.posts().find(List.of(id)))
                .get(id);
    }

    @Test
    void who_wrote_late_waits_from_his_own_hour() {
        IncidentId incident = office.answered("1", Office.PIT).id();
        office.wait(Duration.ofHours(30));

        office.hear(office.post("2", Office.PIT));

        SlaClock answer = office.get(incident).clock(ClockName.FINAL).orElseThrow();
        assertEquals(IncidentState.IN_WORK, office.get(incident).state());
        assertEquals(office.clock.instant(), answer.startedAt());
        assertEquals(0, office.desk.sweepDeadlines().breached());
    }

    @Test
    void an_edited_word_of_the_head_is_not_offered_again_once_its_instruction_was_issued() {
        office.register("1", Office.PIT);
        Post order = office.comment("2", "1", "krai_head", "Разберёмся, дал поручение министру дорог");
        office.hear(order);
        Instant deadline = office.clock.instant().plus(Duration.ofDays(3));
        Instruction issued = office.desk
                .instructions()
                .issue(
                        Office.HEAD,
                        new Order(
                                "Заделать яму у вокзала",
                                List.of(Office.ROADS),
                                deadline,
                                List.of(),
                                Optional.of(order.id())))
                .orThrow();

        office.wait(Duration.ofHours(1));
        office.vk.edit(order.id(), "Разберёмся, поручил министру дорог", office.clock.instant());
        office.desk.poll();

        assertEquals(
                List.of(), office.desk.instructions().offers(Office.HEAD, 10).orThrow());
        assertEquals(
                List.of(issued.id()),
                office.desk.instructions().issued(Office.HEAD, Office.MORNING, deadline, 10).stream()
                        .map(Instruction::id)
                        .toList());
    }
}
