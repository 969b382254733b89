package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.incident.Outcome;
import org.otklik.spi.storage.SignalState;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/** What people say under our published answer: a question of the author is never lost, thanks and quarrels are noise. */
class AskedOnTest {

    private static final String PUDDLE = "А лужу у вокзала тоже уберёте?";

    private final SettableClock clock = SettableClock.startingAt(Office.MORNING);
    private final Office office = Office.over(InMemoryStorage.create(clock), clock, InMemoryNetwork.named("vk"));
    private Incident incident;

    @BeforeEach
    void answer() {
        incident = office.answered("p1", Office.PIT);
        office.wait(Duration.ofHours(1));
    }

    private void assertNothingMoved(String comment) {
        assertEquals(SignalState.REJECTED, office.item(Office.id(comment)).state());
        assertEquals(IncidentState.ANSWERED, office.get(incident.id()).state());
        assertEquals(1, office.all().size());
        Checker.check(office);
    }

    @Test
    void a_question_of_the_author_in_words_that_no_rule_knows_takes_the_incident_back_into_work() {
        office.hear(office.comment("c1", "reply-1", "author-p1", PUDDLE));

        assertEquals(Optional.of(incident.id()), office.item(Office.id("c1")).incident());
        assertEquals("AUTHOR_ASKED", office.item(Office.id("c1")).reason());
        assertEquals(IncidentState.IN_WORK, office.get(incident.id()).state());
        Checker.check(office);
    }

    @Test
    void when_its_incident_is_closed_a_person_looks_at_it() {
        office.desk
                .incidents()
                .close(Office.COORDINATOR, incident.id(), Outcome.SOLVED, Optional.empty())
                .orThrow();

        office.hear(office.comment("c1", "reply-1", "author-p1", PUDDLE));

        assertEquals(SignalState.NEEDS_REVIEW, office.item(Office.id("c1")).state());
        assertEquals(IncidentState.CLOSED, office.get(incident.id()).state());
        Checker.check(office);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Спасибо!", "Спасибо, ждём", "спасибо большое за оперативность", "Верим"})
    void thanks_take_nothing_back_into_work(String thanks) {
        office.hear(office.comment("c1", "reply-1", "author-p1", thanks));
        office.hear(office.comment("c2", "reply-1", "neighbour", thanks));

        assertNothingMoved("c1");
        assertNothingMoved("c2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"сам дурак", "Сам ты дурак, иди отсюда", "Ты читать умеешь?"})
    void a_quarrel_between_citizens_belongs_to_no_incident(String words) {
        office.hear(office.comment("c1", "reply-1", "neighbour", "Нашли о чём писать"));
        office.hear(office.comment("c2", "c1", "author-p1", words));
        office.hear(office.comment("c3", "c2", "neighbour", words));

        assertNothingMoved("c2");
        assertNothingMoved("c3");
    }
}
