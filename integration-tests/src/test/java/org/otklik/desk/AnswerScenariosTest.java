package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.Replies.Way;
import org.otklik.access.Actor;
import org.otklik.access.Refusal;
import org.otklik.access.RefusalCode;
import org.otklik.access.Role;
import org.otklik.incident.ExternalRef;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.incident.Outcome;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.ReplyRequest;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockState;
import org.otklik.spi.Replyability;
import org.otklik.testkit.ShownReply;

/** The answer: written, approved and published. */
class AnswerScenariosTest {

    private final Office office = Office.open();

    @Test
    void the_whole_main_job_from_a_post_to_a_closed_incident() {
        office.publishing();
        Incident incident = office.register("p1", Office.PIT);
        Actor official = Office.lead(incident);
        office.wait(Duration.ofHours(1))
                .desk
                .incidents()
                .accept(official, incident.id())
                .orThrow();
        Draft draft = office.desk
                .replies()
                .draft(official, ReplyRequest.finalTo(incident.id(), "Идите отсюда, СРОЧНО УБИРАЙТЕСЬ"))
                .orThrow();
        assertEquals(
                RefusalCode.CHECK_FAILED, Office.refusal(office.desk.replies().submit(official, draft.id())));
        draft = office.desk
                .replies()
                .revise(official, draft.id(), Office.ANSWER)
                .orThrow();
        office.desk.replies().submit(official, draft.id()).orThrow();
        office.desk
                .replies()
                .requestRework(Office.APPROVER, draft.id(), "NO_DATES")
                .orThrow();
        draft = office.desk
                .replies()
                .revise(official, draft.id(), Office.ANSWER + " Работы начнутся 24 ноября.")
                .orThrow();
        office.desk.replies().submit(official, draft.id()).orThrow();
        var preview = office.desk.replies().preview(Office.APPROVER, draft.id()).orThrow();
        office.wait(Duration.ofHours(1))
                .desk
                .replies()
                .approve(Office.APPROVER, draft.id(), preview.draft().hash())
                .orThrow();

        office.desk.publishDue();
        office.wait(Duration.ofMinutes(10)).desk.publishDue();

        assertEquals(preview.text(), office.vk.replies(Office.id("p1")).get(0).text());
        assertEquals(IncidentState.ANSWERED, office.get(incident.id()).state());
        Incident closed = office.desk
                .incidents()
                .close(Office.CONTROLLER, incident.id(), Outcome.PLANNED, Optional.empty())
                .orThrow();
        assertEquals(IncidentState.CLOSED, closed.state());
        assertEquals(1, closed.life().tally().reworks());
        Checker.check(office);
    }

    @Test
    void nobody_approves_what_he_wrote_not_even_standing_in_for_somebody() {
        Incident incident = office.accepted("p1", Office.PIT);
        Draft draft = office.submitted(incident);
        Actor himself = Actor.of(draft.author(), Role.APPROVER);
        Actor forHim = Actor.of("somebody", Role.APPROVER).standingInFor(draft.author());

        assertEquals(
                RefusalCode.OWN_DRAFT,
                Office.refusal(office.desk.replies().approve(himself, draft.id(), draft.hash())));
        assertEquals(
                RefusalCode.OWN_DRAFT, Office.refusal(office.desk.replies().approve(forHim, draft.id(), draft.hash())));
    }

    @Test
    void an_approval_is_bound_to_the_text_that_was_seen() {
        Incident incident = office.accepted("p1", Office.PIT);
        Draft first = office.drafted(incident);
        Draft revised = office.desk
                .replies()
                .revise(Office.lead(incident), first.id(), "Здравствуйте! Ямы больше нет, проверено.")
                .orThrow();
        office.desk.replies().submit(Office.lead(incident), first.id()).orThrow();

        assertEquals(
                RefusalCode.HASH_DIFFERS,
                Office.refusal(office.desk.replies().approve(Office.APPROVER, first.id(), first.hash())));
        assertTrue(office.desk
                .replies()
                .approve(Office.APPROVER, first.id(), revised.hash())
                .isDone());
    }

    @Test
    void a_refused_reply_returns_the_incident_to_work_with_the_reason() {
        office.publishing();
        Incident incident = office.accepted("p1", Office.PIT);
        Draft draft = office.approved(incident);
        office.vk.closeComments(Office.id("p1"));

        office.desk.publishDue();

        Incident back = office.get(incident.id());
        assertEquals(IncidentState.IN_WORK, back.state());
        assertEquals(Optional.of("PERMISSION"), back.publications().get(0).reason());
        assertEquals(draft.id(), back.publications().get(0).draft());
        assertEquals(1, office.notices().notices("PUBLICATION_REFUSED").size());
    }

    @Test
    void where_the_network_forbids_replying_the_reason_the_link_and_the_text_are_given() {
        office.hear(office.post("p1", Office.PIT).toBuilder()
                .address(URI.create("https://vk.com/wall-1_1"))
                .build());
        Incident incident = office.incidentOf(Office.id("p1"));
        office.desk.incidents().accept(Office.lead(incident), incident.id()).orThrow();
        office.vk.closeComments(Office.id("p1"));

        Way way = office.desk
                .replies()
                .ways(Office.COORDINATOR, incident.id())
                .orThrow()
                .get(0);

        assertEquals(
                new Replyability.Impossible("COMMENTS_CLOSED", Optional.of(URI.create("https://vk.com/wall-1_1"))),
                way.replyability());
        Draft draft = office.submitted(incident);
        var preview = office.desk.replies().preview(Office.APPROVER, draft.id()).orThrow();
        assertEquals(Office.ANSWER, preview.text());
        office.desk.replies().approve(Office.APPROVER, draft.id(), draft.hash()).orThrow();
        assertTrue(office.publishing().desk.publishDue().isIdle());
        assertEquals(IncidentState.IN_WORK, office.get(incident.id()).state());
    }

    @Test
    void nothing_goes_out_until_publishing_is_enabled() {
        Incident incident = office.accepted("p1", Office.PIT);
        office.approved(incident);

        assertFalse(office.desk.publishing().state().enabled());
        assertTrue(office.desk.publishDue().isIdle());
        assertEquals(List.of(), office.vk.replies());

        office.desk.publishing().enable(Office.PUBLISHER).orThrow();
        assertEquals(1, office.desk.publishDue().sent());
    }

    @Test
    void a_stop_of_desk_network_or_account_works_before_the_next_send_on_every_node() {
        office.publishing();
        Incident incident = office.accepted("p1", Office.PIT);
        AccountId account = office.approved(incident).account();
        Office other = office.restarted();
        var switches = office.desk.publishing();

        switches.stop(Office.COORDINATOR).orThrow();
        assertTrue(other.desk.publishDue().isIdle());
        switches.enable(Office.COORDINATOR).orThrow();
        switches.stop(Office.COORDINATOR, account.network(), true).orThrow();
        assertTrue(other.desk.publishDue().isIdle());
        switches.stop(Office.COORDINATOR, account.network(), false).orThrow();
        switches.stop(Office.COORDINATOR, account, true).orThrow();
        assertTrue(other.desk.publishDue().isIdle());
        switches.stop(Office.COORDINATOR, account, false).orThrow();

        assertEquals(1, other.desk.publishDue().sent());
        assertEquals(1, office.vk.replies().size());
    }

    @Test
    void our_own_reply_that_comes_back_as_a_post_is_recognised() {
        Incident incident = office.answered("p1", Office.PIT);
        ShownReply shown = office.vk.replies(Office.id("p1")).get(0);

        office.hear(office.comment(shown.nativeId(), "p1", "zarechinsk_official", shown.text()));

        assertEquals("OWN_REPLY", office.item(Office.id(shown.nativeId())).reason());
        assertEquals(List.of(), office.get(incident.id()).officialAnswers());
        assertEquals(IncidentState.ANSWERED, office.get(incident.id()).state());
    }

    @Test
    void a_question_to_the_author_pauses_the_clocks_of_the_body_only_until_he_replies() {
        Office asked =
                Office.open(builder -> builder.slaPolicy(Case.WITH_BODY_CLOCKS)).publishing();
        Incident incident = asked.accepted("p1", Office.PIT);
        asked.approved(ReplyRequest.askAuthor(incident.id(), "Здравствуйте! Уточните, пожалуйста, номер дома."));
        asked.desk.publishDue();

        Incident waiting = asked.get(incident.id());
        assertEquals(IncidentState.IN_WORK, waiting.state());
        assertTrue(waiting.life().waitsForAuthor());
        assertEquals(
                ClockState.PAUSED, waiting.clock(ClockName.DRAFT).orElseThrow().state());
        assertEquals(
                ClockState.RUNNING, waiting.clock(ClockName.FINAL).orElseThrow().state());
        assertEquals(
                ClockState.RUNNING,
                waiting.clock(ClockName.FIRST_RESPONSE).orElseThrow().state());
        assertEquals(1, waiting.posts().awaiting(), "a question is no answer");
        asked.wait(Duration.ofHours(1)).hear(asked.comment("n1", "p1", "neighbour", "Дом не мой, но яма есть"));
        assertTrue(asked.get(incident.id()).life().waitsForAuthor(), "a neighbour is not the author");
        asked.hear(asked.comment("c1", "p1", "author-p1", "дом 5"));

        Incident resumed = asked.get(incident.id());
        assertFalse(resumed.life().waitsForAuthor());
        assertEquals(
                ClockState.RUNNING, resumed.clock(ClockName.DRAFT).orElseThrow().state());
        Checker.check(asked);
    }

    @Test
    void a_question_that_nobody_answers_ends_at_its_limit() {
        Office asked =
                Office.open(builder -> builder.slaPolicy(Case.WITH_BODY_CLOCKS)).publishing();
        Incident incident = asked.accepted("p1", Office.PIT);
        asked.approved(ReplyRequest.askAuthor(incident.id(), "Здравствуйте! Уточните, пожалуйста, номер дома."));
        asked.desk.publishDue();

        asked.wait(Duration.ofDays(3)).desk.sweepDeadlines();

        Incident resumed = asked.get(incident.id());
        assertFalse(resumed.life().waitsForAuthor());
        assertEquals(
                ClockState.RUNNING, resumed.clock(ClockName.DRAFT).orElseThrow().state());
        Checker.check(asked);
    }

    @Test
    void an_interim_reply_sets_aside_until_the_promised_day_and_then_returns_to_work() {
        office.publishing();
        Incident incident = office.accepted("p1", Office.PIT);
        Instant promised = office.clock.instant().plus(Duration.ofDays(2));
        office.approved(ReplyRequest.interimTo(incident.id(), "Здравствуйте! Ямой займёмся до 21 ноября.", promised));
        office.desk.publishDue();

        assertEquals(IncidentState.POSTPONED, office.get(incident.id()).state());
        assertEquals(1, office.get(incident.id()).posts().awaiting());
        sweepUntil(promised.minusSeconds(1));
        assertEquals(IncidentState.POSTPONED, office.get(incident.id()).state());
        sweepUntil(promised);
        assertEquals(IncidentState.IN_WORK, office.get(incident.id()).state());
        Checker.check(office);
    }

    private void sweepUntil(Instant instant) {
        office.clock.at(instant);
        while (!office.desk.sweepDeadlines().isIdle()) {
            assertTrue(office.history(office.all().get(0).id()).size() < 100, "Sweeping must come to rest");
        }
    }

    @Test
    void the_account_falls_back_to_the_region_where_the_body_has_none() {
        Incident incident = office.accepted("p1", "В Сосновке Каменского района яма на дороге, машины бьются");

        Draft draft = office.drafted(incident);

        assertEquals("adm-kamensky-district", incident.lead().orElseThrow().value());
        assertEquals("vk:krai_official", draft.account().toString());
    }

    @Test
    void every_refusal_speaks_russian_and_english() {
        for (RefusalCode code : RefusalCode.values()) {
            Refusal refusal = Refusal.of(code, "один", "два");
            String ru = refusal.message(Locale.forLanguageTag("ru"));
            String en = refusal.message(Locale.ENGLISH);
            assertTrue(ru.matches("(?s).*[а-яА-Я]{3}.*") && !ru.contains("{"), code + ": " + ru);
            assertTrue(en.matches("(?s).*[a-zA-Z]{3}.*") && !en.contains("{"), code + ": " + en);
            assertFalse(ru.equals(en), code.name());
        }
        assertTrue(Arrays.stream(RefusalCode.values()).distinct().count() > 10);
    }

    @Test
    void numbers_in_other_systems_stand_beside_the_incident() {
        Incident incident = office.accepted("p1", Office.PIT);

        office.desk
                .incidents()
                .link(Office.lead(incident), incident.id(), ExternalRef.of("pos", "77"))
                .orThrow();

        assertEquals(
                List.of(ExternalRef.of("pos", "77")),
                office.desk.incidents().links(Office.AUDITOR, incident.id()).orThrow());
    }

    @Test
    void a_person_may_answer_only_those_posts_that_he_names() {
        office.publishing();
        Incident incident = office.accepted("p1", Office.PIT);
        office.hear(office.post("p2", Office.PIT));
        PostId second = Office.id("p2");
        office.approved(ReplyRequest.finalTo(incident.id(), Office.ANSWER).only(second));
        office.desk.publishDue();

        assertEquals(IncidentState.IN_WORK, office.get(incident.id()).state());
        assertEquals(1, office.get(incident.id()).posts().awaiting());
        assertEquals(1, office.vk.replies(second).size());
        assertEquals(0, office.vk.replies(Office.id("p1")).size());
        office.desk
                .incidents()
                .waive(Office.COORDINATOR, incident.id(), List.of(), "INSULT")
                .orThrow();
        assertEquals(0, office.get(incident.id()).posts().awaiting());
        Checker.check(office);
    }
}
