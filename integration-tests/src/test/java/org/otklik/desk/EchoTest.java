package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.reply.ReplyRequest;
import org.otklik.spi.storage.SignalState;
import org.otklik.testkit.Fault;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.ShownReply;

/** Our own replies come back as posts, sometimes before we know that they were sent; people answer them. */
class EchoTest {

    private static final String OFFICIAL = "zarechinsk_official";
    private static final String UNLISTED = "club-1234";

    private final SettableClock clock = SettableClock.startingAt(Office.MORNING);
    private final InMemoryNetwork vk = InMemoryNetwork.named("vk");
    private final WatchedAdapter watched = new WatchedAdapter(vk);
    private final InMemoryStorage storage = InMemoryStorage.create(clock);
    private final Office office = Office.over(storage, clock, vk).publishing();
    private final IncidentDesk sender =
            Office.builder(storage, watched, clock).node("sender").build();

    private Incident approved() {
        Incident incident = office.accepted("p1", Office.PIT);
        office.approved(incident);
        return incident;
    }

    private void ask(Incident incident) {
        office.approved(ReplyRequest.askAuthor(incident.id(), "Здравствуйте! Уточните, пожалуйста, номер дома."));
        office.desk.publishDue();
    }

    private void echo(String author) {
        ShownReply shown = vk.replies(Office.id("p1")).get(0);
        office.hear(office.comment(shown.nativeId(), "p1", author, shown.text()));
    }

    private void assertOwn(Incident incident, String echo) {
        assertEquals("OWN_REPLY", office.item(Office.id(echo)).reason());
        assertEquals(List.of(), office.get(incident.id()).officialAnswers());
        assertEquals(1, office.all().size());
        assertEquals(1, office.get(incident.id()).posts().total());
        Checker.check(office);
    }

    @Test
    void an_echo_that_arrives_before_its_sending_was_recorded_is_no_answer_of_an_official() {
        Incident incident = approved();
        watched.afterSending(() -> echo(OFFICIAL));

        sender.publishDue();

        assertOwn(incident, "reply-1");
        assertEquals(IncidentState.ANSWERED, office.get(incident.id()).state());
    }

    @Test
    void nor_is_it_when_the_pack_does_not_know_under_which_name_the_account_writes() {
        Incident incident = approved();
        watched.afterSending(() -> echo(UNLISTED));

        sender.publishDue();

        assertOwn(incident, "reply-1");
    }

    @Test
    void an_echo_of_what_nobody_knows_to_have_been_sent_is_no_answer_of_an_official() {
        Incident incident = approved();
        vk.faults().next(Fault.TIMEOUT_AFTER_APPLYING);
        office.desk.publishDue();

        echo(OFFICIAL);

        assertOwn(incident, "reply-1");
        office.wait(Duration.ofHours(1)).desk.publishDue();
        assertEquals(IncidentState.ANSWERED, office.get(incident.id()).state());
        assertEquals(1, vk.replies().size());
    }

    @Test
    void an_echo_under_an_unknown_name_opens_no_incident() {
        Incident incident = approved();
        office.desk.publishDue();

        echo(UNLISTED);

        assertOwn(incident, "reply-1");
    }

    @Test
    void an_echo_that_the_network_hangs_elsewhere_in_the_thread_is_recognised_by_its_id() {
        Incident incident = approved();
        office.desk.publishDue();

        office.hear(office.comment("reply-1", "some-other-comment", UNLISTED, Office.PIT));

        assertOwn(incident, "reply-1");
    }

    @Test
    void an_official_who_says_other_words_while_ours_are_on_their_way_is_observed() {
        Incident incident = approved();
        watched.afterSending(() -> office.hear(office.comment("a1", "p1", OFFICIAL, "Яму заделали утром.")));

        sender.publishDue();

        assertEquals(1, office.get(incident.id()).officialAnswers().size());
    }

    @Test
    void an_official_who_copies_the_approved_words_by_hand_before_anything_was_sent_is_observed() {
        Incident incident = approved();

        office.hear(office.comment("a1", "p1", OFFICIAL, Office.ANSWER));

        assertEquals(1, office.get(incident.id()).officialAnswers().size());
    }

    @Test
    void who_answers_our_answer_comes_to_its_incident_though_our_answer_is_no_stored_post() {
        Incident incident = approved();
        office.desk.publishDue();

        office.wait(Duration.ofHours(1))
                .hear(office.comment("c1", "reply-1", "author-p1", "Яма на месте, никто не приехал"));

        assertEquals(Optional.of(incident.id()), office.item(Office.id("c1")).incident());
        assertEquals(IncidentState.IN_WORK, office.get(incident.id()).state());
        assertEquals(1, office.all().size());
        Checker.check(office);
    }

    @Test
    void who_answers_the_echo_of_our_answer_comes_to_its_incident() {
        Incident incident = approved();
        office.desk.publishDue();
        echo(OFFICIAL);

        office.wait(Duration.ofHours(1))
                .hear(office.comment("c1", "reply-1", "neighbour", "Яма на месте, никто не приехал"));

        assertEquals(Optional.of(incident.id()), office.item(Office.id("c1")).incident());
    }

    @Test
    void a_comment_on_a_comment_under_our_answer_comes_to_its_incident() {
        Incident incident = approved();
        office.desk.publishDue();
        office.hear(office.comment("c1", "reply-1", "neighbour", "Спасибо!"));
        office.hear(office.comment("c2", "c1", "author-p1", "Яма на месте, никто не приехал"));
        office.hear(office.comment("c3", "c2", "neighbour", "Спасибо!"));

        office.hear(office.comment("c4", "c3", "author-p1", "Яма на месте, говорю же"));

        assertNotEquals(Optional.of(incident.id()), office.item(Office.id("c1")).incident());
        assertEquals(Optional.of(incident.id()), office.item(Office.id("c2")).incident());
        assertEquals(Optional.of(incident.id()), office.item(Office.id("c4")).incident());
    }

    @Test
    void the_author_who_answers_our_question_under_the_question_is_heard() {
        Incident incident = office.accepted("p1", Office.PIT);
        ask(incident);

        office.wait(Duration.ofHours(1)).hear(office.comment("c1", "reply-1", "author-p1", "дом 5"));

        assertEquals(Optional.of(incident.id()), office.item(Office.id("c1")).incident());
        assertFalse(office.get(incident.id()).life().waitsForAuthor());
    }

    @Test
    void another_trouble_under_our_answer_is_another_incident() {
        Incident incident = approved();
        office.desk.publishDue();

        office.hear(office.comment(
                "c1", "reply-1", "neighbour", "А в Лугограде в поликлинике врач третий день не приходит, талонов нет"));

        assertEquals(SignalState.PROMOTED, office.item(Office.id("c1")).state());
        assertNotEquals(Optional.of(incident.id()), office.item(Office.id("c1")).incident());
    }

    @Test
    void an_official_who_answers_under_our_question_is_observed() {
        Incident incident = office.accepted("p1", Office.PIT);
        ask(incident);

        office.hear(office.comment("a1", "reply-1", OFFICIAL, "Яму заделали утром."));

        assertEquals("OFFICIAL_POST", office.item(Office.id("a1")).reason());
        assertEquals(1, office.get(incident.id()).officialAnswers().size());
    }
}
