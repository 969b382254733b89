package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.Review.MergeSuggestion;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.SignalEvent;
import org.otklik.internal.codec.EventCodec;
import org.otklik.internal.codec.Json;
import org.otklik.spi.storage.StreamId;

/** When posts in other words are the same complaint, and what is done with it on one node. */
class SimilarScenariosTest {

    static final String PIT = "В Заречинске на улице Победы возле дома 12 огромная яма прямо посреди дороги, вчера"
            + " пробил колесо, сделайте наконец ремонт";
    static final String RETOLD = "Здравствуйте! В Заречинске на улице Победы возле дома 12 агромная яма посреди"
            + " дороги, вчера пробили колесо, сделайте ремонт 😡";
    static final String NEXT_DOOR = PIT.replace("дома 12", "дома 14");
    static final String OTHER_STREET = PIT.replace("Победы", "Гагарина");

    private final Office office = Office.open();

    @Test
    void the_same_told_again_joins_its_incident_and_the_history_says_which_post_it_resembles() {
        Incident incident = office.register("p1", PIT);

        office.hear(office.post("p2", RETOLD));

        assertEquals(2, office.get(incident.id()).posts().total());
        SignalEvent.Attached attached = attachment("p2");
        assertEquals("NEAR_TEXT", attached.reason());
        assertEquals(Optional.of(Office.id("p1")), attached.like());
        assertTrue(attached.score() > 0.5 && attached.score() < 1);
        Checker.check(office);
    }

    private SignalEvent.Attached attachment(String post) {
        EventCodec<SignalEvent> codec = new EventCodec<>(new Json(), SignalEvent.class, "signal-");
        return office.storage.transact(unit -> unit.events().read(StreamId.signal(Office.id(post)), 1, 100).stream()
                .map(codec::read)
                .filter(SignalEvent.Attached.class::isInstance)
                .map(SignalEvent.Attached.class::cast)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void the_same_told_twice_within_one_step_opens_one_incident() {
        office.vk.add(office.post("p1", PIT)).add(office.post("p2", RETOLD));

        office.desk.poll();

        assertEquals(1, office.all().size());
        assertEquals(2, office.all().get(0).posts().total());
    }

    @Test
    void the_same_words_about_the_next_house_or_another_street_are_cases_of_their_own() {
        Incident incident = office.register("p1", PIT);

        Incident nextDoor = office.register("p2", NEXT_DOOR);
        Incident otherStreet = office.register("p3", OTHER_STREET);

        assertEquals(3, office.all().size());
        assertEquals(1, office.get(incident.id()).posts().total());
        assertNotEquals(nextDoor.id(), otherStreet.id());
    }

    @Test
    void what_differs_in_words_but_not_in_topic_place_and_time_is_suggested_with_reasons() {
        Incident first = office.register("p1", PIT);
        Incident other = office.register("p2", "В Заречинске на улице Победы дорога разбита, одни ямы");

        List<MergeSuggestion> suggestions = suggestions(other);

        assertEquals(
                List.of(first.id()),
                suggestions.stream().map(MergeSuggestion::incident).toList());
        assertTrue(suggestions
                .get(0)
                .reasons()
                .containsAll(List.of("SAME_TOPIC", "SAME_MUNICIPALITY", "SAME_STREET", "SAME_HOURS")));
    }

    private List<MergeSuggestion> suggestions(Incident incident) {
        return office.desk
                .review()
                .mergeSuggestions(Office.MODERATOR, incident.id())
                .orThrow();
    }

    @Test
    void a_late_copy_of_a_joined_incident_goes_to_the_survivor_and_after_parting_to_its_own() {
        Incident joined = office.register("p1", PIT);
        Incident survivor = office.register("p2", NEXT_DOOR);
        office.desk
                .incidents()
                .mergeInto(Office.COORDINATOR, joined.id(), survivor.id())
                .orThrow();

        office.hear(office.post("p3", RETOLD));
        IncidentId whileJoined = office.item(Office.id("p3")).incident().orElseThrow();
        office.desk.incidents().unmerge(Office.COORDINATOR, joined.id()).orThrow();
        office.hear(office.post("p4", RETOLD));

        assertEquals(survivor.id(), whileJoined);
        assertEquals(joined.id(), office.item(Office.id("p4")).incident().orElseThrow());
        Checker.check(office);
    }

    @Test
    void a_copy_of_a_deleted_post_is_compared_with_it_no_more() {
        Incident incident = office.register("p1", PIT);
        office.vk.delete(Office.id("p1"), office.clock.instant());
        office.desk.poll();
        office.desk.poll();

        Incident next = office.register("p2", RETOLD);

        assertNotEquals(incident.id(), next.id());
    }

    @Test
    void what_a_person_opened_is_found_in_the_next_step() {
        office.hear(office.post("p1", "Привет всем, " + RETOLD.replace("яма", "неровность")));
        Incident opened = office.item(Office.id("p1"))
                .incident()
                .map(office::get)
                .orElseGet(() -> office.desk
                        .review()
                        .promote(
                                Office.MODERATOR,
                                Office.id("p1"),
                                org.otklik.classify.MessageKind.COMPLAINT,
                                Optional.empty(),
                                Optional.empty())
                        .orThrow());

        office.hear(office.post("p2", PIT));

        assertTrue(suggestions(opened).stream()
                .anyMatch(one -> one.incident()
                        .equals(office.item(Office.id("p2")).incident().orElseThrow())));
    }

    @Test
    void after_a_restart_every_post_of_an_incident_is_known_again() {
        Incident incident = office.register("p1", PIT);
        office.hear(office.post("p2", RETOLD));
        office.vk.delete(Office.id("p1"), office.clock.instant());
        office.desk.poll();

        Office next = office.restarted();
        next.hear(next.post("p3", RETOLD + " Скорее!"));

        assertEquals(3, next.get(incident.id()).posts().total());
        Checker.check(next);
    }
}
