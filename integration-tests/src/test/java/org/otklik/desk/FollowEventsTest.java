package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.DeskEvent;
import org.otklik.EventPage;
import org.otklik.Events;
import org.otklik.access.Actor;
import org.otklik.access.RefusalCode;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.instruction.InstructionState;

/** What another system learns of the desk by following its events. */
class FollowEventsTest {

    private final Office office = Office.open();

    private List<DeskEvent> all(Actor actor, int limit) {
        List<DeskEvent> all = new ArrayList<>();
        long last = 0;
        EventPage page = office.desk.events().after(actor, last, limit).orThrow();
        while (page.last() > last) {
            all.addAll(page.events());
            last = page.last();
            page = office.desk.events().after(actor, last, limit).orThrow();
        }
        return all;
    }

    private static List<DeskEvent> of(Incident incident, List<DeskEvent> events) {
        return events.stream()
                .filter(event -> event.subject().equals(incident.id().value()))
                .toList();
    }

    @Test
    void each_event_brings_the_incident_as_it_stood_right_after_it() {
        Incident pit = office.answered("p1", Office.PIT);

        List<DeskEvent> told = of(pit, all(Office.AUDITOR, 1_000));

        assertEquals(
                office.history(pit.id()).stream().map(row -> row.type()).toList(),
                told.stream().map(DeskEvent::type).toList());
        assertEquals(
                IncidentState.REGISTERED, told.get(0).incident().orElseThrow().state());
        assertEquals(
                Optional.of(pit), told.get(told.size() - 1).incident(), "the last is the incident as it stands now");
    }

    @Test
    void a_page_that_begins_in_the_midst_of_a_story_tells_the_same() {
        office.answered("p1", Office.PIT);
        office.wait(Duration.ofHours(1));
        office.ordered();

        assertEquals(all(Office.AUDITOR, 1_000), all(Office.AUDITOR, 1));
    }

    @Test
    void an_instruction_comes_with_its_snapshot_and_no_words() {
        office.ordered();

        List<DeskEvent> told = all(Office.curator(Office.ROADS), 10);

        assertEquals(
                InstructionState.ISSUED, told.get(0).instruction().orElseThrow().state());
        assertFalse(told.toString().contains("Отремонтировать"), told.toString());
    }

    @Test
    void no_event_carries_the_words_of_citizens_or_officials() {
        office.answered("p1", Office.PIT);

        String told = all(Office.COORDINATOR, 1_000).toString();

        assertTrue(told.length() > 1_000, told);
        assertFalse(told.contains("вокзала"), told);
        assertFalse(told.contains("Автор"), told);
    }

    @Test
    void a_body_follows_its_own_incidents_up_to_the_event_that_takes_one_away() {
        Incident pit = office.register("p1", Office.PIT);
        Incident doctor = office.register("p2", "В Лугограде врач не пришёл в поликлинику, почему?");
        office.desk
                .incidents()
                .redirect(Office.COORDINATOR, pit.id(), Office.LUGOGRAD, "THEIR_ROAD")
                .orThrow();
        office.desk
                .incidents()
                .accept(Office.curator(Office.LUGOGRAD), pit.id())
                .orThrow();

        List<DeskEvent> told = all(Office.curator(Office.ZARECHINSK), 3);

        assertEquals(List.of(), of(doctor, told));
        List<String> types = of(pit, told).stream().map(DeskEvent::type).toList();
        assertEquals("redirected/1", types.get(types.size() - 1));
        assertFalse(types.contains("accepted/1"), types.toString());
        assertTrue(told.stream().allMatch(event -> event.kind() == DeskEvent.Kind.INCIDENT), told.toString());
    }

    @Test
    void a_page_without_anything_to_see_still_leads_on() {
        office.register("p1", Office.PIT);

        EventPage page =
                office.desk.events().after(Office.curator(Office.ROADS), 0, 2).orThrow();

        assertEquals(new EventPage(List.of(), 2), page);
    }

    @Test
    void a_page_has_a_size_within_bounds() {
        for (int limit : List.of(0, -1, Events.MOST + 1)) {
            assertEquals(
                    Optional.of(RefusalCode.INVALID),
                    office.desk
                            .events()
                            .after(Office.AUDITOR, 0, limit)
                            .refusal()
                            .map(refusal -> refusal.code()));
        }
    }
}
