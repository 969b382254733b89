package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.access.RefusalCode;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentState;
import org.otklik.incident.Outcome;
import org.otklik.post.PostId;
import org.otklik.reply.AnswerTime;
import org.otklik.reply.Draft;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;
import org.otklik.reply.ReplyRequest;
import org.otklik.sla.ClockName;
import org.otklik.testkit.Fault;

/** A network that misbehaves: nothing is said twice, nothing is lost, and people hear of what went wrong (P3, P14). */
class PublishingFaultsTest {

    private static final PostId POST = Office.id("p1");
    private static final Duration QUIET = Duration.ofMinutes(3);
    private static final Duration VERIFY = Duration.ofMinutes(10);

    private final Office office = Office.open();
    private IncidentId id = IncidentId.of("01m7rhmr00zg4mde7gwjmaq1ex");
    private Instant approvedAt = Office.MORNING;

    @BeforeEach
    void a_reply_waits_to_be_sent() {
        office.publishing();
        id = office.accepted("p1", Office.PIT).id();
        office.wait(Duration.ofMinutes(5));
        office.approved(office.get(id));
        approvedAt = office.clock.instant();
    }

    private Publication publication() {
        return office.get(id).publications().get(0);
    }

    private PublicationState step(Duration wait) {
        office.wait(wait).desk.publishDue();
        return publication().state();
    }

    private long shown() {
        return office.vk.replies(POST).size();
    }

    private Instant answeredAt() {
        return office.get(id).clock(ClockName.FINAL).orElseThrow().endedAt().orElseThrow();
    }

    @Test
    void a_reply_is_sent_once_and_verified_later() {
        assertEquals(PublicationState.SENT, step(Duration.ZERO));
        assertEquals(IncidentState.ANSWERED, office.get(id).state());
        assertEquals(PublicationState.VERIFIED, step(VERIFY));

        assertTrue(office.wait(VERIFY).desk.publishDue().isIdle());
        assertEquals(1, shown());
        assertEquals(Office.ANSWER, office.vk.replies(POST).get(0).text());
    }

    @Test
    void a_time_out_after_applying_is_found_and_counts_at_the_time_of_the_network() {
        office.vk.faults().next(Fault.TIMEOUT_AFTER_APPLYING);

        assertEquals(PublicationState.UNKNOWN, step(Duration.ZERO));
        assertEquals(IncidentState.ON_APPROVAL, office.get(id).state());
        assertEquals(1, office.notices().notices("PUBLICATION_UNKNOWN").size());
        assertEquals(PublicationState.UNKNOWN, step(QUIET.minusSeconds(1)));

        assertEquals(PublicationState.SENT, step(Duration.ofSeconds(1)));
        assertEquals(
                new AnswerTime(approvedAt, AnswerTime.Source.NETWORK),
                publication().answered().orElseThrow());
        assertEquals(approvedAt, answeredAt());
        assertEquals(IncidentState.ANSWERED, office.get(id).state());
        assertEquals(PublicationState.VERIFIED, step(VERIFY));
        assertEquals(1, shown());
    }

    @Test
    void a_time_out_before_applying_is_sent_again_once_its_absence_is_proved() {
        office.vk.faults().next(Fault.TIMEOUT_BEFORE_APPLYING);

        assertEquals(PublicationState.UNKNOWN, step(Duration.ZERO));
        assertEquals(0, shown());
        assertEquals(PublicationState.READY, step(QUIET));
        assertEquals(PublicationState.SENT, step(Duration.ZERO));

        assertEquals(1, shown());
        assertEquals(office.clock.instant(), answeredAt());
        assertTrue(office.events(id).stream().anyMatch(IncidentEvent.PublicationRequeued.class::isInstance));
    }

    @Test
    void what_cannot_be_looked_up_stays_unknown_and_is_not_sent_again() {
        office.vk.faults().next(Fault.TIMEOUT_AFTER_APPLYING).lasting(Fault.LOOKUP_FAILS);

        for (int i = 0; i < 5; i++) {
            assertEquals(PublicationState.UNKNOWN, step(QUIET));
        }
        office.vk.faults().heal();

        assertEquals(PublicationState.SENT, step(QUIET));
        assertEquals(1, shown());
    }

    @Test
    void a_person_settles_what_no_machine_can() {
        office.vk.faults().next(Fault.TIMEOUT_AFTER_APPLYING).lasting(Fault.LOOKUP_FAILS);
        step(Duration.ZERO);

        Incident settled = office.desk
                .replies()
                .resolve(Office.PUBLISHER, publication().id(), true)
                .orThrow();

        assertEquals(IncidentState.ANSWERED, settled.state());
        assertEquals(
                AnswerTime.Source.CLAIM, publication().answered().orElseThrow().source());
        assertEquals(1, shown());
    }

    @Test
    void too_many_calls_wait_as_long_as_the_network_says() {
        office.vk.faults().next(Fault.RATE_LIMIT);

        assertEquals(PublicationState.RETRY, step(Duration.ZERO));
        assertEquals(PublicationState.RETRY, step(Duration.ofSeconds(29)));
        assertEquals(PublicationState.SENT, step(Duration.ofSeconds(1)));

        assertEquals(1, shown());
        assertEquals(office.clock.instant(), answeredAt());
    }

    @Test
    void a_deleted_target_is_waived_and_returns_the_incident_to_work_with_the_reason() {
        office.vk.faults().next(Fault.TARGET_DELETED);

        assertEquals(PublicationState.REFUSED, step(Duration.ZERO));

        assertEquals(Optional.of("TARGET_GONE"), publication().reason());
        assertEquals(IncidentState.IN_WORK, office.get(id).state());
        assertEquals(0, office.get(id).posts().awaiting());
        assertEquals(1, office.notices().notices("PUBLICATION_REFUSED").size());
        assertEquals(0, shown());
        assertTrue(office.get(id).clock(ClockName.FINAL).orElseThrow().state().isLive());
    }

    @Test
    void a_hidden_reply_is_noticed() {
        office.vk.faults().next(Fault.HIDDEN_REPLY);

        assertEquals(PublicationState.SENT, step(Duration.ZERO));
        assertEquals(PublicationState.VANISHED, step(VERIFY));

        assertEquals(Optional.of("HIDDEN"), publication().reason());
        assertEquals(1, office.notices().notices("PUBLICATION_VANISHED").size());
    }

    @Test
    void a_removed_reply_is_noticed_even_after_closing() {
        step(Duration.ZERO);
        office.desk
                .incidents()
                .close(Office.COORDINATOR, id, Outcome.SOLVED, Optional.empty())
                .orThrow();
        office.vk.removeReply(office.vk.replies(POST).get(0).nativeId());

        assertEquals(PublicationState.VANISHED, step(VERIFY));

        assertEquals(IncidentState.CLOSED, office.get(id).state());
        assertEquals(Optional.of("DELETED"), publication().reason());
        assertEquals(1, office.notices().notices("PUBLICATION_VANISHED").size());
    }

    @Test
    void a_dead_token_delays_and_loses_nothing() {
        office.vk.faults().lasting(Fault.TOKEN_DEAD);

        assertEquals(PublicationState.RETRY, step(Duration.ZERO));
        assertEquals(PublicationState.RETRY, step(QUIET));
        assertEquals(
                "TOKEN_INVALID",
                office.notices().notices("ACCOUNT_UNHEALTHY").get(0).detail());
        office.vk.faults().heal();

        assertEquals(PublicationState.SENT, step(QUIET));
        assertEquals(1, shown());
    }

    @Test
    void the_word_that_it_was_said_already_is_looked_up_and_never_believed_blindly() {
        office.vk.faults().next(Fault.DUPLICATE_TEXT);

        assertEquals(PublicationState.UNKNOWN, step(Duration.ZERO));
        assertEquals(PublicationState.READY, step(QUIET));
        assertEquals(PublicationState.SENT, step(Duration.ZERO));

        assertEquals(1, shown());
    }

    @Test
    void a_doubtful_reply_cannot_be_withdrawn_nor_closed_over() {
        office.vk.faults().next(Fault.TIMEOUT_AFTER_APPLYING);
        step(Duration.ZERO);
        Draft draft = office.get(id).drafts().get(0);

        assertEquals(
                RefusalCode.STILL_OPEN,
                Office.refusal(office.desk.replies().withdraw(Office.COORDINATOR, draft.id(), "OOPS")));

        assertEquals(PublicationState.UNKNOWN, publication().state());
        assertEquals(PublicationState.SENT, step(QUIET));
    }

    @Test
    void a_reply_that_is_not_sent_yet_is_withdrawn_and_never_sent() {
        Draft draft = office.get(id).drafts().get(0);

        office.desk.replies().withdraw(Office.APPROVER, draft.id(), "OUTDATED").orThrow();

        assertTrue(office.desk.publishDue().isIdle());
        assertEquals(IncidentState.IN_WORK, office.get(id).state());
        assertEquals(PublicationState.CANCELLED, publication().state());
        assertEquals(0, shown());
    }

    @Test
    void a_sent_reply_cannot_be_withdrawn_and_a_refusal_cancels_nothing() {
        PostId second = Office.id("p2");
        Office two = Office.open().publishing();
        Incident incident = two.accepted("p1", Office.PIT);
        two.hear(two.post("p2", Office.PIT));
        assertEquals(incident.id(), two.item(second).incident().orElseThrow());
        two.vk.faults().at(POST, Fault.RATE_LIMIT);
        Draft draft = two.approved(ReplyRequest.finalTo(incident.id(), Office.ANSWER));
        two.desk.publishDue();
        assertEquals(1, two.vk.replies().size());

        var result = two.desk.replies().withdraw(Office.COORDINATOR, draft.id(), "OOPS");

        assertEquals(RefusalCode.WRONG_STATE, Office.refusal(result));
        two.wait(Duration.ofSeconds(30)).desk.publishDue();
        assertEquals(2, two.vk.replies().size());
        assertEquals(IncidentState.ANSWERED, two.get(incident.id()).state());
    }

    @Test
    void withdrawing_another_draft_leaves_the_submitted_one_on_approval() {
        Office two = Office.open().publishing();
        Incident incident = two.accepted("p1", Office.PIT);
        Draft spare = two.drafted(incident);
        Draft submitted = two.submitted(incident);

        two.desk.replies().withdraw(Office.COORDINATOR, spare.id(), "SPARE").orThrow();

        assertEquals(IncidentState.ON_APPROVAL, two.get(incident.id()).state());
        assertTrue(two.desk
                .replies()
                .approve(Office.APPROVER, submitted.id(), submitted.hash())
                .isDone());
    }

    @Test
    void every_reply_in_the_network_has_an_approval_of_its_hash_by_another_person() {
        step(Duration.ZERO);
        Incident incident = office.get(id);
        List<IncidentEvent.Approved> approvals = office.events(id).stream()
                .filter(IncidentEvent.Approved.class::isInstance)
                .map(IncidentEvent.Approved.class::cast)
                .toList();

        Checker.assertApproved(office, incident);
        assertEquals(1, approvals.size());
    }
}
