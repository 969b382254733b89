package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.otklik.tck.Sample.incident;
import static org.otklik.tck.Sample.incidentId;
import static org.otklik.tck.Sample.minute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.TopicId;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentQuery.PageKey;
import org.otklik.incident.IncidentQuery.Sort;
import org.otklik.incident.PostCounters;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.StaleVersionException;

/** What a store of incidents keeps: rows with versions, numbers, counters, and queries that answer as said. */
public abstract class IncidentStoreContract extends StorageContract {

    private static final long SEED = 63;
    private static final int QUERIES = 300;

    /** Creates the contract; JUnit does. */
    protected IncidentStoreContract() {}

    private void insert(List<IncidentRow> rows) {
        write(unit -> rows.forEach(unit.incidents()::insert));
    }

    private Optional<IncidentRow> find(IncidentId id) {
        return ask(unit -> unit.incidents().find(id));
    }

    private List<IncidentId> ids(IncidentQuery query) {
        return ask(unit -> unit.incidents().query(query)).stream()
                .map(row -> row.summary().id())
                .toList();
    }

    @Test
    final void some_incidents_are_found_at_once() {
        insert(List.of(incident(1), incident(2), incident(3)));

        Map<IncidentId, IncidentRow> found =
                ask(unit -> unit.incidents().findAll(List.of(incidentId(1), incidentId(3), incidentId(9))));

        assertEquals(Map.of(incidentId(1), incident(1), incidentId(3), incident(3)), found);
        assertEquals(Map.of(), ask(unit -> unit.incidents().findAll(List.of())));
    }

    @Test
    final void numbers_of_a_series_begin_at_1_and_never_repeat() {
        long first = ask(unit -> unit.incidents().nextNumber("incident-2026"));
        long second = ask(unit -> unit.incidents().nextNumber("incident-2026"));
        long another = ask(unit -> unit.incidents().nextNumber("incident-2027"));

        restart();
        long third = ask(unit -> unit.incidents().nextNumber("incident-2026"));

        assertEquals(1, first);
        assertEquals(1, another);
        assertEquals(true, first < second && second < third);
    }

    @Test
    final void an_incident_comes_back_as_it_was_stored() {
        IncidentRow bare = RandomIncidents.bare(2);
        insert(List.of(incident(1), bare));

        restart();

        assertEquals(Optional.of(incident(1)), find(incidentId(1)));
        assertEquals(Optional.of(bare), find(incidentId(2)));
        assertEquals(Optional.empty(), find(incidentId(3)));
        assertEquals(Optional.of(incident(1)), ask(unit -> unit.incidents().findByNumber("63-2026-000001")));
        assertEquals(Optional.empty(), ask(unit -> unit.incidents().findByNumber("63-2026-000009")));
    }

    @Test
    final void an_update_replaces_everything_except_the_counters() {
        insert(List.of(incident(1)));
        write(unit -> unit.incidents().count(incidentId(1), 4, 3, Optional.of(minute(50))));
        IncidentRow changed = RandomIncidents.withIdentityOf(incident(1), Sample.next(RandomIncidents.bare(1)));

        write(unit -> unit.incidents().update(changed, 1));

        IncidentRow found = find(incidentId(1)).orElseThrow();
        assertEquals(new PostCounters(5, 4, minute(50)), found.counters());
        assertEquals(changed.summary(), found.summary());
        assertEquals(changed.bodies(), found.bodies());
        assertEquals(changed.stream(), found.stream());
        assertEquals(changed.snapshot(), found.snapshot());
    }

    @Test
    final void an_update_of_an_old_version_fails() {
        insert(List.of(incident(1)));
        write(unit -> unit.incidents().update(Sample.next(incident(1)), 1));

        assertThrows(
                StaleVersionException.class,
                () -> write(unit -> unit.incidents().update(Sample.next(incident(1)), 1)));
        assertEquals(2, find(incidentId(1)).orElseThrow().stream().version());
    }

    @Test
    final void counting_bumps_no_version_and_the_newest_post_stays_the_newest() {
        insert(List.of(incident(1)));

        write(unit -> unit.incidents().count(incidentId(1), 2, 1, Optional.of(minute(9))));
        write(unit -> unit.incidents().count(incidentId(1), 1, 1, Optional.of(minute(3))));
        write(unit -> unit.incidents().count(incidentId(1), 0, -2, Optional.empty()));

        IncidentRow found = find(incidentId(1)).orElseThrow();
        assertEquals(new PostCounters(4, 1, minute(9)), found.counters());
        assertEquals(1, found.stream().version());
    }

    @Test
    final void counters_are_told_with_what_the_transaction_counted_itself() {
        insert(List.of(incident(1)));

        List<PostCounters> told = ask(unit -> {
            unit.incidents().find(incidentId(1));
            PostCounters first = unit.incidents().counted(incidentId(1), 2, 1, Optional.of(minute(9)));
            unit.incidents().count(incidentId(1), 1, 1, Optional.of(minute(8)));
            return List.of(first, unit.incidents().counted(incidentId(1), 0, -2, Optional.empty()));
        });

        assertEquals(new PostCounters(3, 2, minute(9)), told.get(0));
        assertEquals(new PostCounters(4, 1, minute(9)), told.get(1));
        assertEquals(told.get(1), find(incidentId(1)).orElseThrow().counters());
    }

    @Test
    final void random_queries_are_answered_as_a_naive_reader_would() {
        List<IncidentRow> rows = RandomIncidents.rows(new Random(SEED), 400);
        insert(rows);
        Random random = new Random(SEED);

        for (int i = 0; i < QUERIES; i++) {
            IncidentQuery query = RandomIncidents.query(random, rows);

            assertEquals(NaiveIncidents.answer(rows, query), ids(query), () -> "The answer to " + query);
            assertEquals(
                    ask(unit -> unit.incidents().query(query)).stream()
                            .map(IncidentRow::summary)
                            .toList(),
                    ask(unit -> unit.incidents().lines(query)),
                    () -> "The lines of " + query);
            assertEquals(
                    NaiveIncidents.count(rows, query),
                    count(unit -> unit.incidents().count(query)),
                    () -> "The count of " + query);
        }
    }

    @Test
    final void the_bodies_of_incidents_that_need_work_are_named_once() {
        List<IncidentRow> rows = RandomIncidents.rows(new Random(SEED), 60);
        insert(rows);

        Set<BodyId> expected = rows.stream()
                .filter(row -> row.summary().state().isOpen())
                .flatMap(row -> row.bodies().stream())
                .collect(Collectors.toSet());

        assertEquals(expected, ask(unit -> unit.incidents().openBodies()));
    }

    @Test
    final void pages_together_hold_every_line_once_in_every_order() {
        List<IncidentRow> rows = RandomIncidents.rows(new Random(SEED), 100);
        insert(rows);

        for (Sort sort : Sort.values()) {
            IncidentQuery all = IncidentQuery.all().by(sort).limit(IncidentQuery.LARGEST_PAGE);
            assertEquals(NaiveIncidents.answer(rows, all), paged(all.limit(7)), sort::name);
        }
    }

    private List<IncidentId> paged(IncidentQuery query) {
        List<IncidentId> all = new ArrayList<>();
        Optional<PageKey> key = Optional.empty();
        do {
            IncidentQuery page = key.map(query::after).orElse(query);
            List<IncidentRow> lines = ask(unit -> unit.incidents().query(page));
            lines.forEach(row -> all.add(row.summary().id()));
            key = lines.isEmpty() || all.size() > 1000
                    ? Optional.empty()
                    : Optional.of(RandomIncidents.key(lines.get(lines.size() - 1), query.sort()));
        } while (key.isPresent());
        return all;
    }

    @Test
    final void a_topic_takes_in_those_below_it_and_no_neighbour_of_like_name() {
        insert(List.of(
                RandomIncidents.about(1, "a_b"),
                RandomIncidents.about(2, "a_b.holes"),
                RandomIncidents.about(3, "a_b-c"),
                RandomIncidents.about(4, "axb.holes"),
                RandomIncidents.about(5, "a_b.holes.deep")));

        IncidentQuery query = IncidentQuery.all().about(TopicId.of("a_b")).by(Sort.OLDEST);

        assertEquals(List.of(incidentId(1), incidentId(2), incidentId(5)), ids(query));
    }

    @Test
    final void a_query_sees_what_was_updated() {
        insert(List.of(incident(1), incident(2)));
        IncidentRow closed = RandomIncidents.withIdentityOf(incident(1), Sample.next(RandomIncidents.bare(1)));
        write(unit -> unit.incidents().update(closed, 1));

        assertEquals(
                List.of(incidentId(2), incidentId(1)), ids(IncidentQuery.all().by(Sort.DEADLINE)));
        assertEquals(List.of(incidentId(2)), ids(IncidentQuery.open()));
    }
}
