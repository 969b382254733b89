package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.Review.MergeSuggestion;
import org.otklik.cluster.NearDuplicateIndex;
import org.otklik.cluster.SimilarPost;
import org.otklik.cluster.SimilarityIndex;
import org.otklik.cluster.SimilarityMatch;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.Outcome;
import org.otklik.post.AuthorRef;
import org.otklik.post.PostId;

/** Two desks over one storage: each follows what the other committed. */
class TwoNodesSimilarTest {

    private final SimilarityIndex index = NearDuplicateIndex.standard();
    private final Office office = open();
    private final Office other = office.another(builder -> builder.similarity(index));

    /** Where all is kept in memory; a subclass tells of another storage. */
    Office open() {
        return Office.open();
    }

    @Test
    void a_node_attaches_what_resembles_a_post_that_another_node_decided() {
        Incident incident = office.register("p1", SimilarScenariosTest.PIT);

        other.hear(other.post("p2", SimilarScenariosTest.RETOLD));

        assertEquals(2, office.get(incident.id()).posts().total());
        assertEquals(1, office.all().size());
        Checker.check(office);
    }

    @Test
    void a_node_remembers_each_post_of_all_nodes_once() {
        office.register("p1", SimilarScenariosTest.PIT);
        other.register("p2", SimilarScenariosTest.NEXT_DOOR);
        office.register("p3", SimilarScenariosTest.OTHER_STREET);

        other.desk.poll();
        other.desk.poll();

        assertEquals(3, index.size());
    }

    @Test
    void what_is_closed_or_rejected_on_one_node_is_forgotten_on_the_other_and_what_is_reopened_is_known_again() {
        Incident closed = office.answered("p1", SimilarScenariosTest.PIT);
        Incident rejected = office.register("p2", SimilarScenariosTest.NEXT_DOOR);
        other.desk.poll();
        int before = index.size();

        office.desk
                .incidents()
                .close(Office.COORDINATOR, closed.id(), Outcome.SOLVED, Optional.empty())
                .orThrow();
        office.desk
                .incidents()
                .reject(Office.COORDINATOR, rejected.id(), "MISTAKE")
                .orThrow();
        other.desk.poll();
        int after = index.size();
        office.desk
                .incidents()
                .reopen(Office.COORDINATOR, closed.id(), "NOT_DONE", true)
                .orThrow();
        other.hear(other.post("p3", SimilarScenariosTest.RETOLD));

        assertEquals(2, before);
        assertEquals(0, after);
        assertEquals(closed.id(), other.item(Office.id("p3")).incident().orElseThrow());
    }

    @Test
    void a_post_that_was_deleted_and_one_whose_author_was_erased_are_forgotten_on_all_nodes() {
        office.register("p1", SimilarScenariosTest.PIT);
        office.register("p2", SimilarScenariosTest.NEXT_DOOR);
        other.desk.poll();
        int before = index.size();

        office.vk.delete(Office.id("p1"), office.clock.instant());
        office.desk.poll();
        office.desk
                .privacy()
                .erase(Office.PRIVACY_OFFICER, AuthorRef.of("vk", "author-p2"))
                .orThrow();
        other.desk.poll();

        assertEquals(2, before);
        assertEquals(0, index.size());
        assertEquals("", office.chain());
    }

    @Test
    void posts_older_than_the_window_are_forgotten_in_the_next_step() {
        office.register("p1", SimilarScenariosTest.PIT);
        other.desk.poll();
        int before = index.size();

        other.wait(Duration.ofDays(4)).desk.poll();

        assertEquals(1, before);
        assertEquals(0, index.size());
    }

    @Test
    void what_two_nodes_doubled_by_deciding_at_once_is_suggested_for_joining() {
        Office blind = office.another(builder -> builder.similarity(new Behind()));
        Incident first = office.register("p1", SimilarScenariosTest.PIT);

        Incident second = blind.register("p2", SimilarScenariosTest.RETOLD);

        assertNotEquals(first.id(), second.id());
        List<MergeSuggestion> suggestions = blind.desk
                .review()
                .mergeSuggestions(Office.MODERATOR, second.id())
                .orThrow();
        assertEquals(first.id(), suggestions.get(0).incident());
        office.desk
                .incidents()
                .mergeInto(Office.COORDINATOR, second.id(), first.id())
                .orThrow();
        assertEquals(2, office.get(first.id()).posts().total());
        Checker.check(office);
    }

    /** The index of a node that decides before it heard of what another node is just committing. */
    private static final class Behind implements SimilarityIndex {

        private final SimilarityIndex index = NearDuplicateIndex.standard();

        @Override
        public SimilarityMatch find(SimilarPost post) {
            return new SimilarityMatch.None();
        }

        @Override
        public List<SimilarityMatch.Suggestion> similar(SimilarPost post) {
            return index.similar(post);
        }

        @Override
        public void insert(IncidentId incident, SimilarPost post) {
            index.insert(incident, post);
        }

        @Override
        public void remove(IncidentId incident) {
            index.remove(incident);
        }

        @Override
        public void forget(PostId post) {
            index.forget(post);
        }

        @Override
        public void evictBefore(Instant instant) {
            index.evictBefore(instant);
        }

        @Override
        public Duration window() {
            return index.window();
        }

        @Override
        public int size() {
            return index.size();
        }
    }
}
