package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.otklik.incident.Incident;
import org.otklik.post.PostId;
import org.otklik.spi.storage.PostRow;

/** Joins upon joins, and taking them apart in any order. */
class JoinScenariosTest {

    private static final Set<PostId> FIRST = Set.of(Office.id("p1"));
    private static final Set<PostId> SECOND = Set.of(Office.id("p2"));
    private static final Set<PostId> BOTH = Set.of(Office.id("p1"), Office.id("p2"));

    private final Office office = open();
    private final Incident first = office.register("p1", Office.PIT);
    private final Incident second = office.register("p2", "В Лугограде врач не пришёл в поликлинику, почему?");
    private final Incident third = office.register("p3", Office.PIT + ", дом 7");

    /** Where all is kept in memory; a subclass tells of another storage. */
    Office open() {
        return Office.open();
    }

    @Test
    void what_was_joined_before_comes_back_within_the_one_that_is_taken_out() {
        join(first, second);
        join(second, third);

        takeOut(second);

        assertEquals(BOTH, posts(second));
        assertEquals(Set.of(Office.id("p3")), posts(third));
        Checker.check(office);
    }

    @Test
    void taking_a_chain_apart_from_its_middle_gives_each_its_own_posts() {
        join(first, second);
        join(second, third);

        takeOut(second);
        takeOut(first);

        assertEquals(FIRST, posts(first));
        assertEquals(SECOND, posts(second));
        assertEquals(Set.of(Office.id("p3")), posts(third));
        Checker.check(office);
    }

    @Test
    void one_that_was_taken_out_and_joined_elsewhere_does_not_follow_its_old_survivor() {
        join(first, second);
        join(second, third);
        takeOut(first);
        join(first, third);

        takeOut(second);

        assertEquals(SECOND, posts(second));
        assertEquals(Set.of(Office.id("p1"), Office.id("p3")), posts(third));
        Checker.check(office);
    }

    private void join(Incident gone, Incident survivor) {
        office.desk
                .incidents()
                .mergeInto(Office.COORDINATOR, gone.id(), survivor.id())
                .orThrow();
    }

    private void takeOut(Incident incident) {
        office.desk.incidents().unmerge(Office.COORDINATOR, incident.id()).orThrow();
    }

    private Set<PostId> posts(Incident incident) {
        return Checker.rows(office, incident).stream().map(PostRow::id).collect(Collectors.toSet());
    }
}
