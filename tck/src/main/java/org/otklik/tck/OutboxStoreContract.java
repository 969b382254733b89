package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.tck.Sample.in;
import static org.otklik.tck.Sample.minute;
import static org.otklik.tck.Sample.publicationId;
import static org.otklik.tck.Sample.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.ClaimedOutboxRow;
import org.otklik.spi.storage.OutboxRow;
import org.otklik.spi.storage.OutboxStore.ClaimRequest;
import org.otklik.spi.storage.OutboxStore.Lane;

/** What a store of replies keeps: nobody sends what another is sending, and a cut-off sending can be told. */
public abstract class OutboxStoreContract extends StorageContract {

    private static final Set<PublicationState> TO_SEND =
            Set.of(PublicationState.READY, PublicationState.RETRY, PublicationState.CLAIMED);

    private static final NetworkId MAX = NetworkId.of("max");

    /** Creates the contract; JUnit does. */
    protected OutboxStoreContract() {}

    private void insert(OutboxRow... rows) {
        write(unit -> unit.outbox().insert(List.of(rows)));
    }

    private Optional<OutboxRow> find(int number) {
        return ask(unit -> unit.outbox().find(publicationId(number)));
    }

    private List<ClaimedOutboxRow> claim(String owner, Instant now, Duration lease) {
        return claim(TO_SEND, owner, now, lease, Set.of());
    }

    private List<ClaimedOutboxRow> claim(
            Set<PublicationState> states, String owner, Instant now, Duration lease, Set<AccountId> stopped) {
        ClaimRequest request = new ClaimRequest(states, now, owner, lease, 10, stopped, Lane.all());
        return ask(unit -> unit.outbox().claim(request));
    }

    private OutboxRow claimOne(String owner, Instant now, Duration lease) {
        List<ClaimedOutboxRow> claimed = claim(owner, now, lease);
        assertEquals(1, claimed.size());
        return claimed.get(0).row();
    }

    @Test
    final void a_reply_comes_back_as_it_was_stored() {
        insert(reply(1));

        restart();

        assertEquals(Optional.of(reply(1)), find(1));
        assertEquals(Optional.empty(), find(2));
    }

    @Test
    final void what_is_due_is_claimed_earliest_first_and_nothing_else() {
        insert(reply(3), reply(1), reply(2), reply(9));

        List<ClaimedOutboxRow> claimed = claim("a", minute(3), LONG);

        assertEquals(
                List.of(publicationId(1), publicationId(2), publicationId(3)),
                claimed.stream().map(one -> one.row().id()).toList());
    }

    @Test
    final void a_claim_to_send_says_who_since_when_and_how_often() {
        insert(reply(1));

        ClaimedOutboxRow claimed = claim("a", minute(5), LONG).get(0);

        assertEquals(PublicationState.READY, claimed.before());
        assertEquals(PublicationState.CLAIMED, claimed.row().state());
        assertEquals(1, claimed.row().claim().attempt());
        assertEquals(Optional.of("a"), claimed.row().claim().owner());
        assertEquals(Optional.of(minute(5)), claimed.row().claim().claimedAt());
        assertTrue(claimed.row()
                .claim()
                .until()
                .orElseThrow()
                .isAfter(storage().leaseClock().instant()));
        assertEquals(Optional.of(claimed.row()), find(1));
    }

    @Test
    final void a_claim_takes_no_more_than_its_limit() {
        insert(reply(1), reply(2), reply(3));
        ClaimRequest request = new ClaimRequest(TO_SEND, minute(9), "a", LONG, 2, Set.of(), Lane.all());

        assertEquals(2, ask(unit -> unit.outbox().claim(request)).size());
        assertEquals(1, ask(unit -> unit.outbox().claim(request)).size());
    }

    @Test
    final void a_lane_is_given_the_replies_of_its_network_only_and_the_rest_lane_those_of_others() {
        insert(reply(3), reply("max", 2), reply("ok", 4), reply(1), reply("max", 5));

        assertEquals(ids(2, 5), claim(Lane.of(MAX), 10));
        assertEquals(ids(), claim(Lane.of(MAX), 10));
        assertEquals(ids(4), claim(Lane.otherThan(Set.of(MAX, NetworkId.of("vk"))), 10));
        assertEquals(ids(1, 3), claim(Lane.all(), 10));
    }

    @Test
    final void what_waits_in_other_lanes_does_not_count_for_the_limit_of_one() {
        insert(reply(1), reply(2), reply(3), reply("max", 4), reply("max", 5), reply("max", 6));

        assertEquals(ids(4, 5), claim(Lane.of(MAX), 2));
        assertEquals(ids(1, 2), claim(Lane.otherThan(Set.of(MAX)), 2));
        assertEquals(ids(6), claim(Lane.of(MAX), 2));
    }

    @Test
    final void a_stopped_account_is_passed_over_in_its_lane_too() {
        insert(reply(1), reply("max", 2));
        ClaimRequest stopped = new ClaimRequest(
                TO_SEND, minute(9), "a", LONG, 9, Set.of(AccountId.of("max", "official")), Lane.of(MAX));

        assertEquals(List.of(), ask(unit -> unit.outbox().claim(stopped)));
        assertEquals(ids(2), claim(Lane.of(MAX), 9));
    }

    private List<PublicationId> claim(Lane lane, int limit) {
        ClaimRequest request = new ClaimRequest(TO_SEND, minute(9), "a", LONG, limit, Set.of(), lane);
        return ask(unit ->
                unit.outbox().claim(request).stream().map(one -> one.row().id()).toList());
    }

    private static List<PublicationId> ids(int... numbers) {
        return IntStream.of(numbers).mapToObj(Sample::publicationId).toList();
    }

    @Test
    final void what_one_node_holds_no_other_claims() {
        insert(reply(1));
        claimOne("a", minute(1), LONG);

        assertEquals(List.of(), claim("b", minute(1), LONG));
        restart();
        assertEquals(List.of(), claim("b", minute(1), LONG));
    }

    @Test
    final void a_cut_off_sending_is_claimed_again_and_shows_that_it_was_begun() {
        insert(reply(1));
        claimOne("a", minute(1), SHORT);
        letShortLeasesEnd();

        ClaimedOutboxRow again = claim("b", minute(2), LONG).get(0);

        assertEquals(PublicationState.CLAIMED, again.before());
        assertEquals(PublicationState.CLAIMED, again.row().state());
        assertEquals(Optional.of("b"), again.row().claim().owner());
        assertEquals(Optional.of(minute(1)), again.row().claim().claimedAt());
    }

    @Test
    final void a_node_that_lost_its_claim_changes_nothing() {
        insert(reply(1));
        OutboxRow lost = claimOne("a", minute(1), SHORT);
        letShortLeasesEnd();
        OutboxRow held = claimOne("b", minute(2), LONG);

        assertFalse(holds(unit -> unit.outbox().release(Sample.sent(lost, "reply-1"))));
        assertFalse(holds(unit -> unit.outbox().finish(lost)));

        assertEquals(Optional.of(held), find(1));
    }

    @Test
    final void a_released_reply_is_free_and_keeps_what_was_learned() {
        insert(reply(1));
        OutboxRow held = claimOne("a", minute(1), LONG);

        boolean released = holds(unit -> unit.outbox().release(Sample.sent(held, "reply-1")));

        OutboxRow found = find(1).orElseThrow();
        assertTrue(released);
        assertEquals(PublicationState.SENT, found.state());
        assertEquals(Optional.of("reply-1"), found.nativeReplyId());
        assertEquals(1, found.claim().attempt());
        assertEquals(Optional.of(minute(1)), found.claim().claimedAt());
        assertEquals(Optional.empty(), found.claim().owner());
        assertEquals(Optional.empty(), found.claim().until());
    }

    @Test
    final void a_claim_to_look_leaves_state_and_attempts_alone() {
        insert(reply(1));
        OutboxRow held = claimOne("a", minute(1), LONG);
        write(unit -> unit.outbox().release(in(held, PublicationState.UNKNOWN, minute(1))));

        ClaimedOutboxRow looked = claim(Set.of(PublicationState.UNKNOWN), "b", minute(2), LONG, Set.of())
                .get(0);

        assertEquals(PublicationState.UNKNOWN, looked.row().state());
        assertEquals(1, looked.row().claim().attempt());
        assertEquals(Optional.of(minute(1)), looked.row().claim().claimedAt());
        assertEquals(Optional.of("b"), looked.row().claim().owner());
    }

    @Test
    final void a_retry_waits_until_it_is_due_and_is_counted() {
        insert(reply(1));
        OutboxRow held = claimOne("a", minute(1), LONG);
        write(unit -> unit.outbox().release(in(held, PublicationState.RETRY, minute(10))));

        assertEquals(List.of(), claim("a", minute(9), LONG));
        OutboxRow again = claimOne("a", minute(10), LONG);

        assertEquals(2, again.claim().attempt());
        assertEquals(Optional.of(minute(10)), again.claim().claimedAt());
    }

    @Test
    final void a_stopped_account_is_passed_over() {
        insert(reply(1));

        assertEquals(List.of(), claim(TO_SEND, "a", minute(1), LONG, Set.of(Sample.ACCOUNT)));
        assertEquals(
                1,
                claim(TO_SEND, "a", minute(1), LONG, Set.of(AccountId.of("vk", "other")))
                        .size());
    }

    @Test
    final void a_finished_reply_is_gone() {
        insert(reply(1));
        OutboxRow held = claimOne("a", minute(1), LONG);

        assertTrue(holds(unit -> unit.outbox().finish(held)));
        assertFalse(holds(unit -> unit.outbox().finish(held)));
        assertEquals(Optional.empty(), find(1));
    }

    @Test
    final void replies_are_taken_back_only_before_anybody_began_to_send_one_of_them() {
        insert(reply(1), reply(5), reply(6), in(reply(7), PublicationState.UNKNOWN, minute(9)));
        claimOne("a", minute(1), LONG);

        assertEquals(Optional.of(publicationId(1)), withdraw(5, 1));
        assertEquals(Optional.of(reply(5)), find(5));
        assertEquals(Optional.empty(), withdraw(5, 6));
        assertEquals(Optional.empty(), find(5));
        assertEquals(Optional.empty(), find(6));
        assertEquals(Optional.of(publicationId(5)), withdraw(5));
        assertEquals(Optional.of(publicationId(7)), withdraw(7));
    }

    private Optional<PublicationId> withdraw(int... numbers) {
        List<PublicationId> ids = ids(numbers);
        return ask(unit -> unit.outbox().withdraw(ids));
    }

    @Test
    final void a_person_resolves_a_reply_whoever_held_it() {
        insert(reply(1));
        claimOne("a", minute(1), LONG);
        OutboxRow resolved = in(reply(1), PublicationState.READY, minute(4));

        write(unit -> unit.outbox().resolve(resolved));

        assertEquals(Optional.of(resolved), find(1));
    }

    @Test
    final void replies_are_counted_by_state() {
        insert(reply(1), reply(2), reply(9));
        claim("a", minute(2), LONG);

        assertEquals(2, count(unit -> unit.outbox().count(PublicationState.CLAIMED)));
        assertEquals(1, count(unit -> unit.outbox().count(PublicationState.READY)));
        assertEquals(0, count(unit -> unit.outbox().count(PublicationState.UNKNOWN)));
    }

    @Test
    final void replies_of_some_states_are_counted_by_account() {
        AccountId other = AccountId.of("vk", "other");
        insert(reply(1), reply(2), reply(9), by(reply(3), other), by(reply(4), other));
        claim(Set.of(PublicationState.READY), "a", minute(2), LONG, Set.of(other));

        assertEquals(Map.of(Sample.ACCOUNT, 1L, other, 2L), countByAccount(PublicationState.READY));
        assertEquals(
                Map.of(Sample.ACCOUNT, 3L, other, 2L),
                countByAccount(PublicationState.READY, PublicationState.CLAIMED, PublicationState.UNKNOWN));
        assertEquals(Map.of(), countByAccount(PublicationState.UNKNOWN));
        assertEquals(Map.of(), countByAccount());
    }

    private Map<AccountId, Long> countByAccount(PublicationState... states) {
        return ask(unit -> unit.outbox().countByAccount(Set.of(states)));
    }

    private static OutboxRow by(OutboxRow row, AccountId account) {
        return new OutboxRow(
                row.id(),
                row.incident(),
                row.draft(),
                row.target(),
                account,
                row.state(),
                row.dueAt(),
                row.claim(),
                row.nativeReplyId());
    }
}
