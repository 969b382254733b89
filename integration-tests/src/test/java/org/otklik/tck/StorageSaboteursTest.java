package org.otklik.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.otklik.incident.IncidentQuery;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.PostTally;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.TextRow;

/** Every contract of what is kept is broken here on purpose, and must notice. */
class StorageSaboteursTest {

    @Test
    void a_store_that_says_it_inserted_everything_is_caught() {
        Kit.catches(InsertsAll.class, "a_second_copy_of_a_post_is_not_inserted");
        Kit.catches(InsertsAllTogether.class, "a_post_that_all_nodes_see_is_inserted_by_one");
    }

    static class InsertsAll extends PostStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("posts.insertNew", StorageSaboteursTest::insertAll);
        }
    }

    static class InsertsAllTogether extends ConcurrencyContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("posts.insertNew", StorageSaboteursTest::insertAll);
        }
    }

    private static Object insertAll(Sabotaged.Honest honest, Object... args) {
        honest.call(args);
        return ((Collection<?>) args[0])
                .stream().map(row -> ((PostRow) row).id()).collect(Collectors.toSet());
    }

    @Test
    void a_store_that_moves_posts_without_their_origin_is_caught() {
        Kit.catches(MovesForGood.class, "posts_moved_to_another_incident_know_their_origin_and_go_back_alone");
    }

    static class MovesForGood extends PostStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("posts.moveBack", (honest, args) -> new PostTally(0, 0, Optional.empty()));
        }
    }

    @Test
    void a_store_that_takes_named_posts_of_a_crowd_to_wait_is_caught() {
        Kit.catches(TakesAllToWait.class, "only_those_of_the_named_posts_are_marked_that_wait");
    }

    static class TakesAllToWait extends CrowdContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("posts.markAnswers", (honest, args) -> {
                Object marked = honest.call(args);
                int named = ((Collection<?>) args[1]).size();
                return named == 0 ? marked : named;
            });
        }
    }

    @Test
    void a_store_that_miscounts_authors_is_caught() {
        Kit.catches(
                MiscountsAuthors.class, "a_tally_counts_posts_and_awaiting_ones_and_their_authors_are_counted_once");
    }

    static class MiscountsAuthors extends PostStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("posts.authors", (honest, args) -> 1 + (Integer) honest.call(args));
        }
    }

    @Test
    void a_queue_without_leases_is_caught() {
        Kit.catches(LeasesNothing.class, "a_claimed_post_is_not_claimed_by_another", "a_claim_outlives_the_process");
    }

    static class LeasesNothing extends CaptureQueueContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            // The bound keeps the test that empties the queue from running for ever.
            int[] claims = {0};
            return Sabotaged.in(
                    "posts.claimCaptured",
                    (honest, args) -> ++claims[0] > 50 ? List.of() : honest.call(args[0], args[1], Duration.ZERO));
        }
    }

    @Test
    void a_store_that_leaves_gaps_between_events_is_caught() {
        Kit.catches(LeavesGaps.class, "events_of_all_streams_have_one_order_without_gaps");
        Kit.catches(LeavesGapsTogether.class, "eight_writers_make_one_order_and_no_reader_ever_sees_a_gap");
    }

    static class LeavesGaps extends EventStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("events.after", StorageSaboteursTest::withGaps);
        }
    }

    static class LeavesGapsTogether extends ConcurrencyContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("events.after", StorageSaboteursTest::withGaps);
        }
    }

    private static Object withGaps(Sabotaged.Honest honest, Object... args) {
        return ((List<?>) honest.call(args))
                .stream()
                        .map(SequencedEvent.class::cast)
                        .map(event -> new SequencedEvent(event.sequence() * 2, event.event()))
                        .toList();
    }

    @Test
    void a_store_that_is_always_at_the_beginning_is_caught() {
        Kit.catches(NeverComesFurther.class, "the_last_sequence_is_that_of_the_newest_committed_event");
    }

    static class NeverComesFurther extends EventStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("events.last", (honest, args) -> 0L);
        }
    }

    @Test
    void a_store_that_swallows_a_second_event_of_a_version_is_caught() {
        Kit.catches(SwallowsRivals.class, "a_version_that_is_there_already_is_stale_and_nothing_of_the_call_is_stored");
    }

    static class SwallowsRivals extends EventStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            Set<Object> seen = new HashSet<>();
            return Sabotaged.in("events.append", (honest, args) -> {
                List<EventRow> fresh = new ArrayList<>();
                for (Object event : (List<?>) args[0]) {
                    if (seen.add(((EventRow) event).stream() + "/" + ((EventRow) event).version())) {
                        fresh.add((EventRow) event);
                    }
                }
                return honest.call(fresh);
            });
        }
    }

    @Test
    void a_store_that_forgets_a_filter_is_caught() {
        Kit.catches(IgnoresScope.class, "random_queries_are_answered_as_a_naive_reader_would");
    }

    static class IgnoresScope extends IncidentStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in(
                    "incidents.query", (honest, args) -> honest.call(withoutScope((IncidentQuery) args[0])));
        }
    }

    private static IncidentQuery withoutScope(IncidentQuery query) {
        IncidentQuery.Filter f = query.filter();
        IncidentQuery.Filter open = new IncidentQuery.Filter(
                f.states(),
                f.topic(),
                f.kind(),
                f.lead(),
                f.municipality(),
                f.network(),
                f.registeredFrom(),
                f.registeredBefore(),
                f.unroutable(),
                Optional.empty(),
                f.words());
        return new IncidentQuery(open, query.sort(), query.limit(), query.after());
    }

    @Test
    void a_store_that_forgets_nobody_and_remembers_no_access_is_caught() {
        Kit.catches(ForgetsNobody.class, "what_is_gone_is_not_found_again");
        Kit.catches(RemembersNoAccess.class, "who_saw_a_name_is_remembered_by_person_and_period");
    }

    static class ForgetsNobody extends RetentionContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("retention.forgetAuthors", (honest, args) -> List.of());
        }
    }

    static class RemembersNoAccess extends RetentionContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("accesses.add", (honest, args) -> List.of());
        }
    }

    @Test
    void a_store_that_does_not_look_for_words_is_caught() {
        Kit.catches(
                ReadsNoWords.class,
                "all_words_stand_in_one_text",
                "what_was_erased_is_not_found",
                "an_incident_is_found_by_what_staff_wrote_about_it_and_not_by_an_instruction");
    }

    static class ReadsNoWords extends SearchContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in(
                    "incidents.query", (honest, args) -> honest.call(withoutWords((IncidentQuery) args[0])));
        }
    }

    private static IncidentQuery withoutWords(IncidentQuery query) {
        return new IncidentQuery(IncidentQuery.all().filter(), query.sort(), query.limit(), query.after());
    }

    @Test
    void a_store_that_repeats_a_line_on_the_next_page_is_caught() {
        Kit.catches(StartsOver.class, "pages_together_hold_every_line_once_in_every_order");
    }

    static class StartsOver extends IncidentStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("incidents.query", (honest, args) -> {
                IncidentQuery query = (IncidentQuery) args[0];
                return honest.call(new IncidentQuery(query.filter(), query.sort(), query.limit(), Optional.empty()));
            });
        }
    }

    @Test
    void a_store_that_ignores_versions_is_caught() {
        Kit.catches(OverwritesIncidents.class, "an_update_of_an_old_version_fails");
        Kit.catches(LosesUpdates.class, "no_update_is_lost");
        Kit.catches(OverwritesInstructions.class, "an_update_of_an_old_version_fails");
    }

    static class OverwritesIncidents extends IncidentStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("incidents.update", (honest, args) -> swallowStale(honest, args));
        }
    }

    static class LosesUpdates extends ConcurrencyContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            int[] updates = {0};
            return Sabotaged.in("incidents.update", (honest, args) -> ++updates[0] % 2 == 0 ? null : honest.call(args));
        }
    }

    static class OverwritesInstructions extends InstructionStoreContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("instructions.update", (honest, args) -> swallowStale(honest, args));
        }
    }

    private static Object swallowStale(Sabotaged.Honest honest, Object... args) {
        try {
            return honest.call(args);
        } catch (StaleVersionException swallowed) {
            return null;
        }
    }

    @Test
    void an_erasure_that_erases_nothing_is_caught() {
        Kit.catches(ErasesNothing.class, "erasing_takes_texts_contents_and_revisions_of_one_author_only");
        Kit.catches(RemembersTheLastSeen.class, "the_latest_name_wins_in_whatever_order_it_is_seen");
    }

    static class ErasesNothing extends TextAndAuthorContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("texts.eraseOf", (honest, args) -> 3);
        }
    }

    static class RemembersTheLastSeen extends TextAndAuthorContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("authors.remember", (honest, args) -> {
                List<AuthorRow> alwaysNewer = ((Collection<?>) args[0])
                        .stream()
                                .map(AuthorRow.class::cast)
                                .map(row -> new AuthorRow(
                                        row.pseudonym(), row.author(), Instant.parse("2030-01-01T00:00:00Z")))
                                .toList();
                return honest.call(alwaysNewer);
            });
        }
    }

    @Test
    void a_storage_that_trims_texts_is_caught() {
        Kit.catches(Trims.class, "a_free_text_comes_back_unchanged");
    }

    static class Trims extends PoisonTextContract {
        @Override
        protected StorageUnderTest storageUnderTest() {
            return Sabotaged.in("texts.put", (honest, args) -> {
                TextRow row = (TextRow) args[0];
                return honest.call(
                        new TextRow(row.key(), row.owner(), row.text().strip(), row.author(), row.at()));
            });
        }
    }
}
