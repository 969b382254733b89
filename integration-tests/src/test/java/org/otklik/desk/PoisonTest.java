package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.PollReport;
import org.otklik.classify.Classifier;
import org.otklik.classify.MessageKind;
import org.otklik.classify.RuleClassifier;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.Incident;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.spi.storage.SignalState;

/** A post that cannot be digested fails alone (P12). */
class PoisonTest {

    private static final Duration LEASE = Duration.ofMinutes(2);

    /** Chokes on one word, as a learned classifier may on a text that nobody thought of. */
    static Classifier choking() {
        Classifier sound = RuleClassifier.of(Office.REGION.lexicon(), Office.REGION.topics());
        return text -> {
            if (text.post().text().contains("отрава")) {
                throw new IllegalStateException("cannot digest");
            }
            return sound.classify(text);
        };
    }

    @Test
    void hostile_texts_are_stored_and_decided_like_all_others() {
        Office office = Office.open();
        List<String> hostile = List.of(
                "яма\u0000 в Заречинске\u0000",
                "яма \uD83D в Заречинске \uDE00",
                "яма в Заречинске ".repeat(600_000),
                "я" + "\u0301".repeat(10_000) + "ма в Заречинске",
                "\u202Eяма в Заречинске\u202C\u2066\u2069",
                "👨‍👩‍👧‍👦‍".repeat(2_000) + " яма в Заречинске",
                "{\"a\":".repeat(20_000) + " яма",
                "(((((((((([".repeat(5_000) + "яма",
                "\u200B\u200B\uFEFF",
                " \n\t\r ".repeat(10_000));
        for (int i = 0; i < hostile.size(); i++) {
            office.vk.add(office.post("h" + i, hostile.get(i)));
        }
        office.vk.add(office.post("good", Office.PIT));

        PollReport report = office.desk.poll();

        assertEquals(List.of(), report.failures());
        assertEquals(hostile.size() + 1, report.captured());
        assertEquals(0, report.waiting());
        assertTrue(office.item(Office.id("good")).incident().isPresent());
        for (int i = 0; i < hostile.size(); i++) {
            String kept = office.item(Office.id("h" + i)).post().text();
            assertFalse(kept.indexOf('\u0000') >= 0, "U+0000 in h" + i);
            assertEquals(kept, new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            assertTrue(kept.length() <= 1_000_000, "h" + i + " keeps " + kept.length());
        }
        Checker.check(office);
    }

    @Test
    void replies_that_go_round_in_a_circle_end() {
        Office office = Office.open();
        office.vk.add(circle("a", "b"));
        office.vk.add(circle("b", "c"));
        office.vk.add(circle("c", "a"));
        office.vk.add(circle("self", "self"));

        PollReport report = office.desk.poll();

        assertEquals(List.of(), report.failures());
        assertEquals(0, report.waiting());
    }

    private static Post circle(String id, String parent) {
        return Post.builder(Office.id(id), Office.MORNING)
                .text(Office.PIT + " " + id)
                .discussion(Discussion.under(Office.id(parent)))
                .build();
    }

    @Test
    void an_item_that_cannot_be_read_is_counted_and_the_rest_goes_on() {
        Office office = Office.open();
        office.vk.addUnreadable("broken", office.clock.instant());
        office.vk.add(office.post("good", Office.PIT));

        PollReport report = office.desk.poll();

        assertEquals(1, report.failures().size());
        assertEquals(1, report.registered());
    }

    @Test
    void what_the_classifier_cannot_digest_is_quarantined_after_three_attempts_and_can_be_restored() {
        Office office = Office.open(builder -> builder.classifier(choking()));
        office.vk.add(office.post("poison", "отрава"));
        office.vk.add(office.post("good", Office.PIT));

        PollReport first = office.desk.poll();
        assertEquals(1, first.registered());
        assertEquals(1, first.failures().size());
        assertEquals("vk:poison", first.failures().get(0).subject());
        assertEquals(1, first.waiting());
        office.wait(LEASE).desk.poll();
        assertEquals(1, office.desk.poll().waiting(), "the lease of the second attempt still runs");
        office.wait(LEASE).desk.poll();

        assertEquals(0, office.desk.poll().waiting());
        long quarantined = office.storage.transact(unit -> (long) unit.posts()
                .inState(SignalState.QUARANTINED, Optional.empty(), 10)
                .size());
        assertEquals(1, quarantined);
    }

    @Test
    void a_quarantined_post_says_why_and_goes_on_once_a_person_says_what_it_is() {
        Office office = Office.open(builder -> builder.classifier(choking()));
        office.vk.add(office.post("poison", "отрава"));
        for (int i = 0; i < 3; i++) {
            office.desk.poll();
            office.wait(LEASE);
        }

        Office healed = Office.over(office.storage, office.clock, office.vk);

        var item = healed.item(Office.id("poison"));
        assertEquals(SignalState.QUARANTINED, item.state());
        assertEquals("IllegalStateException", item.reason());
        assertEquals(
                SignalState.NEEDS_REVIEW,
                healed.desk
                        .review()
                        .restore(Office.MODERATOR, Office.id("poison"))
                        .orThrow()
                        .state());
        assertTrue(healed.desk
                .review()
                .promote(
                        Office.MODERATOR,
                        Office.id("poison"),
                        MessageKind.COMPLAINT,
                        Optional.empty(),
                        Optional.empty())
                .isDone());
        Checker.check(healed);
    }

    @Test
    void the_queue_is_read_and_the_desk_restarted_beside_a_post_that_cannot_be_understood() {
        Office office = Office.open(builder -> builder.classifier(choking()));
        office.vk.add(office.post("poison", "отрава"));
        for (int i = 0; i < 3; i++) {
            office.desk.poll();
            office.wait(LEASE);
        }

        var list = office.desk
                .review()
                .list(Office.MODERATOR, SignalState.QUARANTINED, Optional.empty(), 10)
                .orThrow();
        Incident promoted = office.desk
                .review()
                .promote(
                        Office.MODERATOR,
                        Office.id("poison"),
                        MessageKind.COMPLAINT,
                        Optional.of(TopicId.of("health")),
                        Optional.of(PlaceId.of("lugograd")))
                .orThrow();

        assertEquals(1, list.size());
        assertEquals(Optional.empty(), list.get(0).understanding());
        assertEquals(Optional.of(Office.HEALTH), promoted.lead());
        Office next = office.restarted();
        assertEquals(
                List.of(),
                next.desk
                        .review()
                        .mergeSuggestions(Office.MODERATOR, promoted.id())
                        .orThrow());
        Checker.check(next);
    }
}
