package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.otklik.tck.Sample.incident;
import static org.otklik.tck.Sample.incidentId;
import static org.otklik.tck.Sample.minute;
import static org.otklik.tck.Sample.post;
import static org.otklik.tck.Sample.postId;
import static org.otklik.tck.Sample.pseudonym;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentQuery.Sort;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.TextRow;

/** What looking for words finds: incidents by the texts that belong to them and are not erased. */
public abstract class SearchContract extends StorageContract {

    private static final IncidentId PIT = incidentId(1);
    private static final IncidentId TREE = incidentId(2);

    /** Creates the contract; JUnit does. */
    protected SearchContract() {}

    /** A pit with two posts and an answer, a tree with one post, and a post about a pit that belongs to nothing. */
    @BeforeEach
    final void twoIncidents() {
        write(unit -> {
            unit.incidents().insert(incident(1));
            unit.incidents().insert(incident(2));
            unit.posts()
                    .insertNew(List.of(
                            saying(1, "Огромная яма\\n\\\"у дома\\\" 5", Optional.of(PIT)),
                            saying(2, "Машину разбил, колесо пополам", Optional.of(PIT)),
                            saying(3, "Упала ёлка", Optional.of(TREE)),
                            saying(4, "Огромная яма у моста", Optional.empty())));
            unit.texts()
                    .put(new TextRow("draft:1", StreamId.incident(PIT), "Асфальт уложен", Optional.empty(), minute(9)));
            unit.texts()
                    .put(new TextRow(
                            "order",
                            new StreamId(StreamId.Kind.INSTRUCTION, TREE.value()),
                            "Проверить подрядчика",
                            Optional.empty(),
                            minute(9)));
        });
    }

    private static PostRow saying(int number, String json, Optional<IncidentId> incident) {
        PostRow row = incident.map(id -> Sample.attached(post(number), id, AnswerState.AWAITING))
                .orElse(post(number));
        return new PostRow(
                row.id(),
                row.version(),
                row.facts(),
                Optional.of("{\"text\":\"" + json + "\",\"editedAt\":null}"),
                row.signal(),
                row.decision(),
                row.link(),
                row.stream());
    }

    private List<IncidentId> found(IncidentQuery query) {
        List<IncidentId> ids = ask(unit -> unit.incidents().query(query)).stream()
                .map(row -> row.summary().id())
                .toList();
        assertEquals(ids.size(), count(unit -> unit.incidents().count(query)));
        return ids;
    }

    private List<IncidentId> found(String words) {
        return found(IncidentQuery.all().containing(words).by(Sort.OLDEST));
    }

    @Test
    final void an_incident_is_found_by_the_words_of_its_posts_in_any_case_and_order() {
        assertEquals(List.of(PIT), found("яма"));
        assertEquals(List.of(PIT), found("ДОМА, огромная"));
        assertEquals(List.of(PIT), found("колесо"));
        assertEquals(List.of(), found("фонарь"));
    }

    @Test
    final void all_words_stand_in_one_text() {
        assertEquals(List.of(), found("яма колесо"));
        assertEquals(List.of(), found("яма ёлка"));
    }

    @Test
    final void it_does_not_matter_how_yo_is_written() {
        assertEquals(List.of(TREE), found("елка"));
        assertEquals(List.of(TREE), found("ЁЛКА"));
    }

    @Test
    final void an_incident_is_found_by_what_staff_wrote_about_it_and_not_by_an_instruction() {
        assertEquals(List.of(PIT), found("асфальт"));
        assertEquals(List.of(), found("подрядчика"));
    }

    @Test
    final void words_that_mean_something_to_a_database_are_words() {
        assertEquals(List.of(), found("' OR 1=1 --"));
        assertEquals(List.of(), found("яма & !дома | фонарь:*"));
        assertEquals(List.of(), found("%фонарь_"));
    }

    @Test
    final void the_other_filters_and_pages_hold_too() {
        BodyId foreign = BodyId.of("foreign");
        IncidentQuery query = IncidentQuery.all().containing("яма").by(Sort.DEADLINE);
        Set<BodyId> bodies = incident(1).bodies();

        assertEquals(List.of(PIT), found(query.within(bodies)));
        assertEquals(List.of(), found(query.within(Set.of(foreign))));
        assertEquals(List.of(PIT), found(query.within(Set.of(bodies.iterator().next(), foreign))));
    }

    @Test
    final void what_was_erased_is_not_found() {
        write(unit -> unit.texts().eraseOf(pseudonym(1)));
        write(unit -> unit.posts().eraseTexts(List.of(postId(3))));

        assertEquals(List.of(), found("яма"));
        assertEquals(List.of(), found("ёлка"));
        assertEquals(List.of(PIT), found("колесо"));
    }

    @Test
    final void a_post_that_moved_is_found_under_its_new_incident() {
        write(unit -> unit.posts().moveAll(TREE, PIT));

        assertEquals(List.of(PIT), found("ёлка"));
    }
}
