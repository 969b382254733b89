package org.otklik.tck;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.OutboxStore.ClaimRequest;
import org.otklik.spi.storage.OutboxStore.Lane;

/** Every contract of what waits for its turn is broken here on purpose, and must notice. */
class WorkSaboteursTest {

    @Test
    void an_outbox_that_lets_anybody_finish_is_caught() {
        Kit.catches(FinishesForAnybody.class, "a_node_that_lost_its_claim_changes_nothing");
        Kit.catches(CancelsWhatIsHeld.class, "replies_are_taken_back_only_before_anybody_began_to_send_one_of_them");
    }

    @Test
    void an_outbox_that_counts_other_states_too_is_caught() {
        Kit.catches(CountsEveryState.class, "replies_of_some_states_are_counted_by_account");
    }

    @Test
    void an_outbox_that_keeps_to_no_lane_is_caught() {
        Kit.catches(
                MixesLanes.class,
                "a_lane_is_given_the_replies_of_its_network_only_and_the_rest_lane_those_of_others",
                "what_waits_in_other_lanes_does_not_count_for_the_limit_of_one");
        Kit.catches(MixesLanesAtOnce.class, "lanes_that_claim_at_once_are_each_given_all_their_replies_in_order");
    }

    static class MixesLanes extends OutboxStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("outbox.claim", (honest, args) -> honest.call(withoutLane((ClaimRequest) args[0])));
        }
    }

    static class MixesLanesAtOnce extends ConcurrencyContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("outbox.claim", (honest, args) -> honest.call(withoutLane((ClaimRequest) args[0])));
        }
    }

    private static ClaimRequest withoutLane(ClaimRequest asked) {
        return new ClaimRequest(
                asked.states(), asked.now(), asked.owner(), asked.lease(), asked.limit(), asked.stopped(), Lane.all());
    }

    static class CountsEveryState extends OutboxStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in(
                    "outbox.countByAccount", (honest, args) -> honest.call(EnumSet.allOf(PublicationState.class)));
        }
    }

    static class FinishesForAnybody extends OutboxStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("outbox.release", (honest, args) -> {
                honest.call(args);
                return true;
            });
        }
    }

    static class CancelsWhatIsHeld extends OutboxStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("outbox.withdraw", (honest, args) -> Optional.empty());
        }
    }

    @Test
    void a_storage_that_answers_what_it_read_ahead_after_a_change_is_caught() {
        Kit.catches(KeepsItsForesight.class, "what_a_transaction_changed_itself_is_seen_whatever_it_foresaw");
    }

    static class KeepsItsForesight extends ForesightContract {

        private final Map<Object, Object> first = new HashMap<>();

        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in(
                    "posts.tally", (honest, args) -> first.computeIfAbsent(args[0], one -> honest.call(args)));
        }
    }

    @Test
    void an_answer_that_is_owed_to_a_deleted_post_is_caught() {
        Kit.catches(OwesTheDeleted.class, "nobody_is_owed_an_answer_to_what_the_network_deleted");
    }

    static class OwesTheDeleted extends PostStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("posts.markAnswers", (honest, args) -> 2);
        }
    }

    @Test
    void deadlines_that_are_never_replaced_are_caught() {
        Kit.catches(
                NeverReplaces.class,
                "new_deadlines_take_the_place_of_all_old_ones_of_their_owner_only",
                "an_owner_may_end_up_with_none");
    }

    static class NeverReplaces extends DeadlineStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            Set<Object> owners = new HashSet<>();
            return Sabotaged.in("deadlines.replace", (honest, args) -> owners.add(args[0]) ? honest.call(args) : null);
        }
    }

    @Test
    void notices_that_pass_one_that_was_put_off_are_caught() {
        Kit.catches(ForgetsTries.class, "a_notice_that_was_put_off_holds_back_the_later_ones_of_its_subject_only");
        Kit.catches(TellsOnlyOnce.class, "a_released_notice_is_due_again_at_its_old_place");
    }

    static class ForgetsTries extends NoticeStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("notices.update", (honest, args) -> null);
        }
    }

    static class TellsOnlyOnce extends NoticeStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("notices.release", (honest, args) -> 1);
        }
    }

    @Test
    void a_value_that_is_set_whatever_was_expected_is_caught() {
        Kit.catches(AlwaysSets.class, "a_value_is_set_only_if_it_is_still_what_was_read");
        Kit.catches(LeasesToAll.class, "a_lease_has_one_holder_who_may_prolong_it");
    }

    static class AlwaysSets extends StateStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("state.compareAndSet", (honest, args) -> true);
        }
    }

    static class LeasesToAll extends StateStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("state.lease", (honest, args) -> true);
        }
    }
}
