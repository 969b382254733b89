package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.id.PlaceId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent.ScaleRose;
import org.otklik.incident.IncidentState;
import org.otklik.place.Scale;
import org.otklik.place.ScaleGrowth.Cause;

/** What happens when posts that join an incident show that the trouble reaches further. */
class ScaleScenariosTest {

    private static final String HEATING =
            "В Заречинске на улице Победы, 12 третий день нет отопления, батареи холодные, дети мёрзнут, почините";
    private static final String IN_LUGOGRAD = "В Лугограде тоже дорога плохая";

    private final Office office = Office.open();

    @Test
    void a_post_from_another_town_asks_for_another_body_and_routes_nobody_after_acceptance() {
        Incident incident = office.accepted("p1", Office.PIT);

        attach(incident, "p2", IN_LUGOGRAD);

        Incident wider = office.get(incident.id());
        assertEquals(Scale.REGIONAL, wider.assessment().scale());
        assertEquals(Optional.of(PlaceId.of("ozyorny-krai")), wider.assessment().place());
        assertEquals(Optional.empty(), wider.municipality());
        assertEquals(Optional.of(Office.ROADS), wider.suggestedLead());
        assertEquals(Optional.of(Office.ZARECHINSK), wider.lead());
        assertEquals(IncidentState.IN_WORK, wider.state());
        Checker.check(office);
    }

    @Test
    void the_event_says_from_where_to_where_and_why_and_people_are_told() {
        Incident incident = office.accepted("p1", Office.PIT);
        Scale before = incident.assessment().scale();

        attach(incident, "p2", IN_LUGOGRAD);

        assertEquals(
                List.of(new ScaleRose(
                        before,
                        Scale.REGIONAL,
                        Optional.of(PlaceId.of("ozyorny-krai")),
                        Optional.empty(),
                        Cause.PLACES,
                        Optional.of(Office.ROADS))),
                rises(incident));
        assertTrue(office.notices().notices("SCALE_ROSE").stream()
                .anyMatch(notice -> notice.subject().equals(incident.id().value())
                        && notice.detail().equals("REGIONAL")));
    }

    @Test
    void nobody_is_routed_before_acceptance_either() {
        Incident incident = office.register("p1", Office.PIT);

        attach(incident, "p2", IN_LUGOGRAD);

        Incident wider = office.get(incident.id());
        assertEquals(IncidentState.ROUTED, wider.state());
        assertEquals(Optional.of(Office.ZARECHINSK), wider.lead());
        assertEquals(Optional.of(Office.ROADS), wider.suggestedLead());
    }

    @Test
    void a_coordinator_who_redirects_answers_the_question() {
        Incident incident = office.accepted("p1", Office.PIT);
        attach(incident, "p2", IN_LUGOGRAD);

        office.desk.incidents().redirect(Office.COORDINATOR, incident.id(), Office.ROADS, "SCALE");

        Incident moved = office.get(incident.id());
        assertEquals(Optional.of(Office.ROADS), moved.lead());
        assertEquals(Optional.empty(), moved.suggestedLead());
    }

    @Test
    void a_person_who_corrects_the_place_answers_the_question_too() {
        Incident incident = office.accepted("p1", Office.PIT);
        attach(incident, "p2", IN_LUGOGRAD);

        office.desk
                .incidents()
                .reassess(
                        Office.MODERATOR,
                        incident.id(),
                        incident.kind(),
                        incident.topic(),
                        Optional.of(PlaceId.of("zarechinsk")));

        assertEquals(Optional.empty(), office.get(incident.id()).suggestedLead());
    }

    @Test
    void the_same_place_again_changes_nothing() {
        Incident incident = office.accepted("p1", Office.PIT);

        attach(incident, "p2", "В Заречинске тоже дорога плохая");

        assertEquals(List.of(), rises(incident));
        assertEquals(Optional.empty(), office.get(incident.id()).suggestedLead());
    }

    @Test
    void ten_people_of_one_house_are_more_than_a_house() {
        Incident incident = office.register("p0", HEATING);
        assertEquals(Scale.HOUSE_OR_STREET, incident.assessment().scale());

        for (int i = 1; i < 10; i++) {
            office.hear(office.post("p" + i, HEATING));
        }

        assertEquals(10, office.get(incident.id()).posts().total());
        assertEquals(Scale.SETTLEMENT, office.get(incident.id()).assessment().scale());
        assertEquals(Cause.AUTHORS, rises(incident).get(0).cause());
    }

    @Test
    void a_hole_that_many_people_saw_is_still_one_hole() {
        Incident incident =
                office.register("p0", "В Заречинске на улице Победы, 12 огромная яма, пробил колесо, почините");

        for (int i = 1; i < 12; i++) {
            office.hear(office.post("p" + i, "В Заречинске на улице Победы, 12 огромная яма, пробил колесо, почините"));
        }

        assertEquals(12, office.get(incident.id()).posts().total());
        assertEquals(List.of(), rises(incident));
    }

    @Test
    void one_person_who_writes_ten_times_is_one_person() {
        Incident incident = office.register("p0", HEATING);

        for (int i = 1; i < 12; i++) {
            office.hear(office.post("p" + i, HEATING).toBuilder()
                    .author(office.post("p0", "").author().orElseThrow())
                    .build());
        }

        assertEquals(12, office.get(incident.id()).posts().total());
        assertEquals(List.of(), rises(incident));
    }

    @Test
    void joining_an_incident_of_another_town_widens_the_survivor() {
        Incident survivor = office.accepted("p1", Office.PIT);
        Incident other = office.register("p2", "В Лугограде на мосту провалился асфальт, яма огромная, почините");

        office.desk.incidents().mergeInto(Office.MODERATOR, other.id(), survivor.id());

        assertEquals(Scale.REGIONAL, office.get(survivor.id()).assessment().scale());
        assertEquals(Cause.MERGE, rises(survivor).get(0).cause());
        assertEquals(Optional.of(Office.ZARECHINSK), office.get(survivor.id()).lead());
    }

    private void attach(Incident incident, String post, String text) {
        office.hear(office.post(post, text));
        office.desk
                .review()
                .attach(Office.MODERATOR, Office.id(post), incident.id())
                .orThrow();
    }

    private List<ScaleRose> rises(Incident incident) {
        return office.events(incident.id()).stream()
                .filter(ScaleRose.class::isInstance)
                .map(ScaleRose.class::cast)
                .toList();
    }
}
