package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.access.Actor;
import org.otklik.id.IncidentId;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentSummary;
import org.otklik.post.AuthorRef;
import org.otklik.storage.Databases;
import org.otklik.tck.StorageUnderTest;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;

/** Looking for words on PostgreSQL, as people do: in any form of a word, and only among what is theirs to see. */
class SearchTest {

    private final StorageUnderTest database = Databases.postgres();
    private final Office office =
            Office.over(database.open(), SettableClock.startingAt(Office.MORNING), InMemoryNetwork.named("vk"));

    @AfterEach
    void drop() {
        office.desk.close();
        database.close();
    }

    private List<IncidentId> found(Actor actor, String words) {
        return office.desk.incidents().find(actor, IncidentQuery.all().containing(words)).lines().stream()
                .map(IncidentSummary::id)
                .toList();
    }

    @Test
    void a_word_is_found_in_all_its_forms_by_those_who_may_see_the_incident() {
        IncidentId pit = office.register("p1", Office.PIT).id();

        assertEquals(List.of(pit), found(Office.MODERATOR, "ямами на дорогах"));
        assertEquals(List.of(pit), found(Office.executor(Office.ZARECHINSK), "машинами"));
        assertEquals(List.of(), found(Office.executor(Office.HEALTH), "машинами"));
        assertEquals(
                1,
                office.desk
                        .incidents()
                        .count(Office.MODERATOR, IncidentQuery.all().containing("Яма")));
        assertEquals(
                0,
                office.desk
                        .incidents()
                        .count(
                                Office.executor(Office.HEALTH),
                                IncidentQuery.all().containing("Яма")));
    }

    @Test
    void erased_words_are_not_found() {
        office.register("p1", Office.PIT);

        office.desk
                .privacy()
                .erase(Office.PRIVACY_OFFICER, AuthorRef.of("vk", "author-p1"))
                .orThrow();

        assertEquals(List.of(), found(Office.MODERATOR, "яма"));
    }
}
