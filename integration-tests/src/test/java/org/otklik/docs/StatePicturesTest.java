package org.otklik.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.Region;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.id.DraftId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.incident.Outcome;
import org.otklik.incident.TransitionTable;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.reply.AnswerTime;
import org.otklik.reply.PublicationState;
import org.otklik.route.Route;
import org.otklik.testkit.Desks;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;

/** The pictures of states in the architecture page are those of the code. */
class StatePicturesTest {

    private static final Instant NOW = Instant.parse("2026-11-19T06:00:00Z");
    private static final Pattern ARROW = Pattern.compile("\\s*(\\w+) --> (\\w+)(?: : (.+))?");
    private static final Pattern STATE = Pattern.compile("\\s+(\\w+)");

    /** The page says in words what these do, as they lead away from almost every state. */
    private static final Set<Operation> IN_WORDS =
            EnumSet.of(Operation.JUDGE_ANSWER, Operation.MERGE, Operation.UNMERGE);

    private final Incident incident = routed();
    private final Document page = Document.of("docs/architecture.md");

    /** An arrow of a picture. */
    private record Arrow(String from, String to, List<String> labels) {}

    @Test
    void no_picture_has_a_semicolon_which_mermaid_takes_for_the_end_of_a_line() {
        assertTrue(
                page.blocks("mermaid").stream().noneMatch(block -> block.text().contains(";")));
    }

    @Test
    void the_picture_names_every_state_of_an_incident() {
        assertEquals(names(IncidentState.values()), states("REGISTERED"));
    }

    @Test
    void the_picture_names_every_state_of_a_publication() {
        assertEquals(names(PublicationState.values()), states("READY"));
    }

    @Test
    void every_arrow_is_allowed_by_the_table_and_none_is_missing() {
        Map<Operation, Set<IncidentState>> drawn = new EnumMap<>(Operation.class);
        arrows("REGISTERED")
                .forEach(arrow -> arrow.labels()
                        .forEach(label -> drawn.computeIfAbsent(
                                        Operation.valueOf(label), operation -> EnumSet.noneOf(IncidentState.class))
                                .add(IncidentState.valueOf(arrow.from()))));
        Set<IncidentState> byPublishing = drawn.remove(Operation.RECORD_PUBLICATION);

        Map<Operation, Set<IncidentState>> allowed = new EnumMap<>(Operation.class);
        events().keySet().stream()
                .filter(operation -> operation != Operation.RECORD_PUBLICATION)
                .forEach(operation -> allowed.put(operation, TransitionTable.statesFor(operation)));

        assertEquals(allowed, drawn);
        assertEquals(Set.of(IncidentState.ON_APPROVAL), byPublishing);
    }

    @Test
    void every_arrow_leads_where_the_fold_leads() {
        Map<Operation, Set<String>> drawn = new EnumMap<>(Operation.class);
        arrows("REGISTERED")
                .forEach(arrow -> arrow.labels()
                        .forEach(label -> drawn.computeIfAbsent(Operation.valueOf(label), operation -> new TreeSet<>())
                                .add(arrow.to())));

        Map<Operation, Set<String>> folded = new EnumMap<>(Operation.class);
        events().forEach((operation, events) -> folded.put(
                operation,
                events.stream()
                        .map(event -> incident.after(event).state().name())
                        .collect(Collectors.toCollection(TreeSet::new))));

        assertEquals(folded, drawn);
    }

    @Test
    void what_the_page_says_in_words_is_true() {
        Set<IncidentState> open = EnumSet.allOf(IncidentState.class);
        open.removeIf(state -> !state.isOpen());

        assertEquals(open, TransitionTable.statesFor(Operation.JUDGE_ANSWER));
        assertEquals(
                EnumSet.complementOf(EnumSet.of(IncidentState.CLOSED, IncidentState.REJECTED, IncidentState.MERGED)),
                TransitionTable.statesFor(Operation.MERGE));
        Incident merged = incident.after(new IncidentEvent.Merged(incident.id()));
        assertEquals(IncidentState.MERGED, merged.state());
        assertEquals(
                incident.state(), merged.after(new IncidentEvent.Unmerged()).state());
        IN_WORDS.forEach(
                operation -> assertTrue(page.prose().stream().anyMatch(line -> line.contains("`" + operation + "`"))));
    }

    /** What each operation that moves an incident records. */
    private Map<Operation, List<IncidentEvent>> events() {
        Route.Routed route = incident.route().orElseThrow();
        BodyId body = route.lead();
        DraftId draft = DraftId.of("01arz3ndektsv4rrffq69g5fav");
        IncidentEvent answered = new IncidentEvent.Answered(new AnswerTime(NOW, AnswerTime.Source.NETWORK));
        IncidentEvent postponed = new IncidentEvent.Postponed(NOW, "CODE");
        IncidentEvent backToWork = new IncidentEvent.ReturnedToWork("CODE");
        Map<Operation, List<IncidentEvent>> events = new EnumMap<>(Operation.class);
        events.put(Operation.ROUTE, List.of(new IncidentEvent.Routed(route)));
        events.put(Operation.ACCEPT, List.of(new IncidentEvent.Accepted(body)));
        events.put(Operation.EXPIRE_ACCEPTANCE, List.of(new IncidentEvent.AcceptanceExpired(body)));
        events.put(Operation.DECLINE, List.of(new IncidentEvent.Declined(body, "CODE", Optional.empty())));
        events.put(Operation.REDIRECT, List.of(new IncidentEvent.Redirected(route, "CODE")));
        events.put(Operation.SUBMIT_REPLY, List.of(new IncidentEvent.DraftSubmitted(draft)));
        events.put(Operation.REQUEST_REWORK, List.of(new IncidentEvent.ReworkRequested(draft, "CODE")));
        events.put(
                Operation.RECORD_PUBLICATION,
                List.of(answered, postponed, backToWork, new IncidentEvent.AuthorAsked(draft, NOW)));
        events.put(Operation.POSTPONE, List.of(postponed));
        events.put(Operation.RESUME, List.of(new IncidentEvent.Resumed("CODE")));
        events.put(Operation.TAKE_LATE_POST, List.of(backToWork));
        events.put(Operation.CLOSE, List.of(new IncidentEvent.Closed(Outcome.SOLVED, Optional.empty(), NOW)));
        events.put(
                Operation.REOPEN,
                List.of(new IncidentEvent.Reopened("CODE", true, NOW), new IncidentEvent.Reopened("CODE", false, NOW)));
        events.put(Operation.REJECT, List.of(new IncidentEvent.Rejected("CODE")));
        events.put(Operation.RESTORE, List.of(new IncidentEvent.Restored()));
        return events;
    }

    private static Incident routed() {
        Region samara = Region.fromResources(StatePicturesTest.class.getClassLoader(), "regions/samara");
        SettableClock clock = SettableClock.startingAt(NOW);
        InMemoryNetwork network = InMemoryNetwork.named("vk")
                .add(Post.builder(PostId.of("vk", "1"), NOW)
                        .text("Тольятти, на улице Победы огромная яма. Когда заделают?")
                        .build());
        Actor coordinator = Actor.of("coordinator", Role.COORDINATOR);
        try (IncidentDesk desk = Desks.inMemory(samara, clock).network(network).build()) {
            desk.poll();
            return desk.incidents()
                    .get(
                            coordinator,
                            desk.incidents()
                                    .find(coordinator, IncidentQuery.open())
                                    .first()
                                    .id());
        }
    }

    private Set<String> states(String oneOfThem) {
        Set<String> states = new HashSet<>();
        arrows(oneOfThem).forEach(arrow -> states.addAll(List.of(arrow.from(), arrow.to())));
        lines(oneOfThem).map(STATE::matcher).filter(Matcher::matches).forEach(found -> states.add(found.group(1)));
        return states;
    }

    private List<Arrow> arrows(String oneOfThem) {
        return lines(oneOfThem)
                .map(ARROW::matcher)
                .filter(Matcher::matches)
                .map(found -> new Arrow(found.group(1), found.group(2), labels(found.group(3))))
                .toList();
    }

    /** The lines of the picture that draws a state. */
    private Stream<String> lines(String state) {
        return page.blocks("mermaid").stream()
                .filter(block -> block.text().startsWith("stateDiagram-v2"))
                .filter(block -> block.text().contains(" " + state + " "))
                .flatMap(block -> block.lines().stream());
    }

    private static List<String> labels(String text) {
        return text == null ? List.of() : List.of(text.split(", ", -1));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).collect(Collectors.toSet());
    }
}
