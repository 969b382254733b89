package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.Replies.GivenAnswer;
import org.otklik.access.Actor;
import org.otklik.access.RefusalCode;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.reply.AnswerTime;
import org.otklik.reply.Draft;
import org.otklik.reply.OfficialAnswer;
import org.otklik.sla.ClockName;

/** An official answers in the network himself, or somebody says that he did. */
class OfficialAnswersTest {

    private final Office office = Office.open();

    private Instant answeredAt(IncidentId id) {
        return office.get(id).clock(ClockName.FINAL).orElseThrow().endedAt().orElseThrow();
    }

    @Test
    void the_answer_of_an_official_is_observed_offered_and_stops_the_clock_at_the_time_of_the_network() {
        Incident incident = office.accepted("p1", Office.PIT);
        office.wait(Duration.ofHours(2));
        Instant said = office.clock.instant();
        office.vk.add(office.comment("a1", "p1", "zarechinsk_official", "Яму заделали утром."));
        office.wait(Duration.ofHours(1)).desk.poll();

        OfficialAnswer offered = office.get(incident.id()).officialAnswers().get(0);
        assertEquals(OfficialAnswer.Origin.OBSERVED, offered.origin());
        assertEquals(Optional.of(Office.ZARECHINSK), offered.body());
        assertEquals(1, office.notices().notices("ANSWER_OBSERVED").size());
        assertTrue(office.get(incident.id())
                .clock(ClockName.FINAL)
                .orElseThrow()
                .state()
                .isLive());
        office.wait(Duration.ofHours(20));
        Incident answered = office.desk
                .replies()
                .acceptAnswer(Office.COORDINATOR, incident.id(), offered.key())
                .orThrow();

        assertEquals(IncidentState.ANSWERED, answered.state());
        assertEquals(said, answeredAt(incident.id()));
        assertEquals(new AnswerTime(said, AnswerTime.Source.NETWORK), offered.answered());
        assertEquals(0, answered.posts().awaiting());
        Checker.check(office);
    }

    @Test
    void an_official_who_edits_his_answer_is_offered_once() {
        Incident incident = office.accepted("p1", Office.PIT);
        office.vk.add(office.comment("a1", "p1", "zarechinsk_official", "Яму заделали."));
        office.desk.poll();
        office.wait(Duration.ofMinutes(1)).vk.edit(Office.id("a1"), "Яму заделали утром.", office.clock.instant());
        office.desk.poll();

        assertEquals(1, office.get(incident.id()).officialAnswers().size());
        assertEquals(1, office.notices().notices("ANSWER_OBSERVED").size());
        Checker.check(office);
    }

    @Test
    void an_answer_is_registered_by_link_or_by_text_once_and_never_from_the_future() {
        Incident incident = office.accepted("p1", Office.PIT);
        Actor official = Office.lead(incident);
        GivenAnswer link = GivenAnswer.at(URI.create("https://example.org/1"), office.clock.instant());
        GivenAnswer text = GivenAnswer.saying("Ответили на приёме.", office.clock.instant());
        GivenAnswer tomorrow =
                GivenAnswer.saying("Ответим завтра.", office.clock.instant().plus(Duration.ofDays(1)));

        assertEquals(
                OfficialAnswer.Origin.LINK,
                office.desk
                        .replies()
                        .registerAnswer(official, incident.id(), link)
                        .orThrow()
                        .origin());
        assertEquals(
                OfficialAnswer.Origin.TEXT,
                office.desk
                        .replies()
                        .registerAnswer(official, incident.id(), text)
                        .orThrow()
                        .origin());
        assertEquals(
                RefusalCode.NOTHING_TO_DO,
                Office.refusal(office.desk.replies().registerAnswer(official, incident.id(), link)));
        assertEquals(
                RefusalCode.INVALID,
                Office.refusal(office.desk.replies().registerAnswer(official, incident.id(), tomorrow)));
        OfficialAnswer first = office.get(incident.id()).officialAnswers().get(0);
        office.desk
                .replies()
                .declineAnswer(Office.COORDINATOR, incident.id(), first.key(), "OTHER_PIT")
                .orThrow();
        assertEquals(IncidentState.IN_WORK, office.get(incident.id()).state());
        office.desk
                .replies()
                .acceptAnswer(
                        Office.COORDINATOR,
                        incident.id(),
                        office.get(incident.id()).officialAnswers().get(1).key())
                .orThrow();
        assertEquals(IncidentState.ANSWERED, office.get(incident.id()).state());
        assertEquals(
                AnswerTime.Source.STATED,
                office.get(incident.id()).officialAnswers().get(1).answered().source());
    }

    @Test
    void an_accepted_answer_voids_what_waited_for_approval() {
        Incident incident = office.accepted("p1", Office.PIT);
        Draft draft = office.submitted(incident);
        OfficialAnswer answer = office.desk
                .replies()
                .registerAnswer(
                        Office.lead(incident),
                        incident.id(),
                        GivenAnswer.saying("Ответили по телефону.", office.clock.instant()))
                .orThrow();

        office.desk
                .replies()
                .acceptAnswer(Office.COORDINATOR, incident.id(), answer.key())
                .orThrow();

        assertEquals(IncidentState.ANSWERED, office.get(incident.id()).state());
        assertEquals(
                RefusalCode.WRONG_STATE,
                Office.refusal(office.desk.replies().approve(Office.APPROVER, draft.id(), draft.hash())));
    }
}
