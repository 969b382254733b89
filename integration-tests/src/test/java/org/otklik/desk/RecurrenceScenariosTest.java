package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.Replies.GivenAnswer;
import org.otklik.Review.EarlierIncident;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.incident.Outcome;
import org.otklik.post.AuthorRef;
import org.otklik.reply.ReplyRequest;

/** The trouble came back: what was answered before on the same topic in the same place, and what was promised. */
class RecurrenceScenariosTest {

    private static final String AGAIN = "В Заречинске на улице Победы снова ямы по всей дороге, прошлый ремонт смыло";

    private final Office office = open();

    /** Where all is kept in memory; a subclass tells of another storage. */
    Office open() {
        return Office.open();
    }

    @Test
    void a_new_incident_shows_the_earlier_answer_and_its_promise() {
        Incident earlier = office.accepted("p1", SimilarScenariosTest.PIT);
        Instant promised = office.clock.instant().plus(Duration.ofDays(2));
        office.publishing()
                .approved(ReplyRequest.interimTo(
                        earlier.id(), "Здравствуйте! Яму на улице Победы заделают до 21 ноября.", promised));
        office.desk.publishDue();

        Incident again = office.wait(Duration.ofDays(5)).register("p2", AGAIN);

        EarlierIncident found = earlier(again).get(0);
        assertEquals(earlier.id(), found.incident());
        assertEquals(earlier.number(), found.number());
        assertEquals(IncidentState.POSTPONED, found.state());
        assertEquals(Optional.of("Здравствуйте! Яму на улице Победы заделают до 21 ноября."), found.answer());
        assertEquals(Optional.of(promised), found.promisedUntil());
        assertTrue(found.promiseHasPassed(office.clock.instant()));
        assertFalse(found.promiseHasPassed(promised));
        assertEquals(List.of("SAME_MUNICIPALITY", "SAME_STREET", "SAME_TOPIC"), found.reasons());
    }

    private List<EarlierIncident> earlier(Incident incident) {
        return office.desk.review().earlier(Office.COORDINATOR, incident.id()).orThrow();
    }

    @Test
    void a_copy_of_what_is_closed_opens_a_new_incident_that_shows_the_closed_one() {
        Incident closed = office.answered("p1", SimilarScenariosTest.PIT);
        office.desk
                .incidents()
                .close(Office.COORDINATOR, closed.id(), Outcome.SOLVED, Optional.empty())
                .orThrow();

        Incident again = office.wait(Duration.ofHours(5)).register("p2", SimilarScenariosTest.RETOLD);

        EarlierIncident found = earlier(again).get(0);
        assertEquals(closed.id(), found.incident());
        assertEquals(Optional.of(Office.ANSWER), found.answer());
        assertEquals(closed.life().answeredAt(), found.answeredAt());
        assertEquals(Optional.of(Office.id("p1")), found.answered());
        assertFalse(found.promiseHasPassed(office.clock.instant()));
    }

    @Test
    void what_an_official_answered_himself_is_shown_too() {
        Incident earlier = office.register("p1", SimilarScenariosTest.PIT);
        String key = office.desk
                .replies()
                .registerAnswer(
                        Office.MODERATOR,
                        earlier.id(),
                        GivenAnswer.saying("Ответили на приёме.", office.clock.instant()))
                .orThrow()
                .key();
        office.desk
                .replies()
                .acceptAnswer(Office.COORDINATOR, earlier.id(), key)
                .orThrow();

        Incident again = office.wait(Duration.ofDays(5)).register("p2", AGAIN);

        assertEquals(Optional.of("Ответили на приёме."), earlier(again).get(0).answer());
    }

    @Test
    void every_return_of_the_trouble_is_counted_and_the_one_of_the_same_author_comes_first() {
        IncidentId first = closed("p1", SimilarScenariosTest.PIT);
        IncidentId second = closed("p2", AGAIN);

        Incident again = office.wait(Duration.ofDays(30))
                .incidentOf(office.hear(office.post("p3", "В Заречинске на улице Победы опять одни ямы!").toBuilder()
                                .author(AuthorRef.of("vk", "author-p1"))
                                .build())
                        .post()
                        .id());

        assertEquals(
                List.of(first, second),
                earlier(again).stream().map(EarlierIncident::incident).toList());
        assertTrue(earlier(again).get(0).reasons().contains("SAME_AUTHOR"));
    }

    private IncidentId closed(String post, String text) {
        Incident answered = office.wait(Duration.ofDays(10)).answered(post, text);
        return office.desk
                .incidents()
                .close(Office.COORDINATOR, answered.id(), Outcome.SOLVED, Optional.empty())
                .orThrow()
                .id();
    }

    @Test
    void another_street_another_town_and_what_is_still_open_are_no_return() {
        closed("p1", SimilarScenariosTest.OTHER_STREET);
        closed("p2", SimilarScenariosTest.PIT.replace("Заречинске", "Лугограде"));
        office.wait(Duration.ofDays(5)).register("p3", SimilarScenariosTest.PIT);

        Incident again = office.wait(Duration.ofDays(5)).register("p4", AGAIN);

        assertEquals(List.of(), earlier(again));
    }

    @Test
    void an_answer_that_was_erased_is_not_shown_and_who_may_not_see_the_incident_learns_nothing() {
        IncidentId closed = closed("p1", SimilarScenariosTest.PIT);
        Incident again = office.wait(Duration.ofDays(5)).register("p2", AGAIN);

        assertEquals(closed, earlier(again).get(0).incident());
        assertTrue(office.desk
                .review()
                .earlier(Office.executor(Office.LUGOGRAD), again.id())
                .refusal()
                .isPresent());
    }
}
