package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.incident.Outcome;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.reply.PublicationState;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/** Several replies are claimed at once; what happens while the first is sent must count for the next. */
class SendingTurnTest {

    private final SettableClock clock = SettableClock.startingAt(Office.MORNING);
    private final InMemoryNetwork vk = InMemoryNetwork.named("vk");
    private final WatchedAdapter watched = new WatchedAdapter(vk);
    private final InMemoryStorage storage = InMemoryStorage.create(clock);
    private IncidentDesk desk;
    private Office office;

    @BeforeEach
    void two_replies_are_approved() {
        office = twoApproved(storage, vk);
        desk = Office.builder(storage, watched, clock).node("sender").build();
    }

    private Office twoApproved(InMemoryStorage kept, InMemoryNetwork network) {
        Office busy = Office.over(kept, clock, network).publishing();
        busy.approved(busy.accepted("1", Office.PIT));
        busy.approved(busy.accepted("2", "В Лугограде на дороге у школы огромная яма, две машины разбили"));
        return busy;
    }

    @Test
    void a_stop_of_the_desk_works_before_the_next_send() {
        watched.afterSending(() -> desk.publishing().stop(Office.COORDINATOR).orThrow());

        assertEquals(1, desk.publishDue().sent());
        assertEquals(1, vk.replies().size());

        watched.afterSending(() -> {});
        desk.publishing().enable(Office.COORDINATOR).orThrow();
        assertEquals(1, desk.publishDue().sent());
        assertEquals(2, vk.replies().size());
    }

    @Test
    void a_stop_of_the_network_works_before_the_next_send() {
        watched.afterSending(() -> desk.publishing()
                .stop(Office.COORDINATOR, NetworkId.of("vk"), true)
                .orThrow());

        assertEquals(1, desk.publishDue().sent());
        assertEquals(0, desk.publishDue().sent());
        assertEquals(1, vk.replies().size());
    }

    @Test
    void a_claim_that_runs_out_before_its_turn_sends_nothing_and_the_reply_is_said_once_later() {
        watched.afterSending(() -> clock.advance(Duration.ofMinutes(2)));

        assertEquals(1, desk.publishDue().sent());
        assertEquals(1, vk.replies().size());

        watched.afterSending(() -> {});
        for (int i = 0; i < 6; i++) {
            clock.advance(Duration.ofMinutes(5));
            desk.publishDue();
        }
        assertEquals(2, vk.replies().size());
        assertEquals(
                List.of(IncidentState.ANSWERED, IncidentState.ANSWERED),
                office.all().stream().map(Incident::state).toList());
    }

    @Test
    void a_reply_whose_turn_came_too_late_is_sent_at_the_next_turn_and_nobody_doubts_it() {
        watched.afterSending(() -> clock.advance(Duration.ofSeconds(90)));
        desk.publishDue();
        watched.afterSending(() -> {});

        assertEquals(1, desk.publishDue().sent());

        assertEquals(2, vk.replies().size());
        assertEquals(0, office.notices().notices("PUBLICATION_UNKNOWN").size());
    }

    @Test
    void a_reply_that_others_took_over_is_not_given_back() {
        IncidentDesk other = Office.builder(storage, vk, clock).node("other").build();
        watched.afterSending(() -> {
            clock.advance(Duration.ofMinutes(2));
            assertEquals(2, other.publishDue().unknown());
        });

        assertEquals(1, desk.publishDue().sent());

        watched.afterSending(() -> {});
        assertEquals(0, desk.publishDue().sent());
        assertEquals(1, vk.replies().size());
    }

    @Test
    void what_a_node_that_died_may_have_sent_is_not_given_back_as_never_sent() {
        InMemoryStorage kept = InMemoryStorage.create(clock);
        InMemoryNetwork keys = InMemoryNetwork.idempotent("vk");
        twoApproved(kept, keys);
        WatchedAdapter keyed = new WatchedAdapter(keys);
        IncidentDesk sender = Office.builder(kept, keyed, clock).node("keyed").build();
        keyed.afterSending(() -> {
            throw new AssertionError("The node dies.");
        });
        assertThrows(AssertionError.class, sender::publishDue);
        clock.advance(Duration.ofMinutes(3));
        keyed.afterSending(() -> clock.advance(Duration.ofSeconds(90)));

        assertEquals(1, sender.publishDue().sent());

        assertEquals(0, kept.<Long>transact(unit -> unit.outbox().count(PublicationState.READY)));
        assertEquals(1, kept.<Long>transact(unit -> unit.outbox().count(PublicationState.CLAIMED)));
    }

    @Test
    void the_last_waiver_ends_an_incident_that_was_answered_in_public() {
        IncidentId one = office.incidentOf(Office.id("1")).id();
        office.desk.publishDue();
        office.hear(office.post("3", Office.PIT));
        assertEquals(IncidentState.IN_WORK, office.get(one).state());

        Incident waived = desk.incidents()
                .waive(Office.COORDINATOR, one, List.of(), "SAME_ANSWER")
                .orThrow();

        assertEquals(IncidentState.ANSWERED, waived.state());
        assertEquals(
                IncidentState.CLOSED,
                desk.incidents()
                        .close(Office.COORDINATOR, one, Outcome.EXPLAINED, Optional.empty())
                        .orThrow()
                        .state());
    }

    @Test
    void an_account_that_was_stopped_speaks_again_when_it_may() {
        AccountId account =
                office.incidentOf(Office.id("1")).publications().get(0).account();
        desk.publishing().stop(Office.COORDINATOR, account, true).orThrow();
        assertEquals(1, desk.publishDue().sent());

        desk.publishing().stop(Office.COORDINATOR, account, false).orThrow();
        assertEquals(1, desk.publishDue().sent());
    }
}
