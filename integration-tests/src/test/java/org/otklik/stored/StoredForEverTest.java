package org.otklik.stored;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.SignalEvent;
import org.otklik.instruction.Instruction;
import org.otklik.instruction.InstructionEvent;
import org.otklik.internal.codec.EventCodec;
import org.otklik.internal.codec.Json;
import org.otklik.internal.codec.StoredContent;
import org.otklik.internal.health.StoredHealth;
import org.otklik.internal.unit.Verdict;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.StreamId;

/**
 * What earlier releases stored is read for ever: each line of the files here was written by one, and is never changed.
 *
 * <p>A new type of event or a new version of one gets a line more; a new optional field needs none.
 */
class StoredForEverTest {

    private static final Json JSON = new Json();
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Map<String, Class<?>> VALUES = Map.of(
            "post-content", StoredContent.class,
            "decision", Verdict.class,
            "account-health", StoredHealth.class,
            "incident-snapshot", Incident.class.getPermittedSubclasses()[0],
            "instruction-snapshot", Instruction.class.getPermittedSubclasses()[0]);

    /** A family of events as it is read and written. */
    private record Family<E>(EventCodec<E> codec, Class<E> type) {

        Stream<String> types() {
            return Stream.of(type.getPermittedSubclasses()).map(event -> codec.type(event.asSubclass(type)));
        }

        String again(EventRow row) {
            return codec.write(codec.read(row));
        }

        /** The line that a type without one should get. */
        Stream<String> proposals(Set<String> missing) {
            return Stream.of(type.getPermittedSubclasses())
                    .map(event -> event.asSubclass(type))
                    .filter(event -> missing.contains(codec.type(event)))
                    .map(event -> codec.type(event) + "\t" + codec.write(Example.of(event)));
        }
    }

    private static final List<Family<?>> FAMILIES = List.of(
            new Family<>(new EventCodec<>(JSON, IncidentEvent.class, ""), IncidentEvent.class),
            new Family<>(new EventCodec<>(JSON, InstructionEvent.class, "instruction-"), InstructionEvent.class),
            new Family<>(new EventCodec<>(JSON, SignalEvent.class, "signal-"), SignalEvent.class));

    private record Line(String type, String json) {}

    private static List<Line> lines(String file) throws IOException {
        try (InputStream input = StoredForEverTest.class.getResourceAsStream(file)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .map(parts -> new Line(parts[0], parts[1]))
                    .toList();
        }
    }

    @Test
    void every_type_of_event_has_a_line_that_was_stored_once() throws IOException {
        Set<String> missing = FAMILIES.stream().flatMap(Family::types).collect(Collectors.toCollection(TreeSet::new));
        lines("events-1.tsv").forEach(line -> missing.remove(line.type()));

        List<String> proposals =
                FAMILIES.stream().flatMap(family -> family.proposals(missing)).toList();

        assertEquals(List.of(), proposals, "add these lines to events-1.tsv");
    }

    @Test
    void every_event_that_was_ever_stored_is_read_with_all_that_it_said() throws IOException {
        List<Line> lines = lines("events-1.tsv");
        assertTrue(lines.size() > 60);

        for (Line line : lines) {
            Family<?> family = FAMILIES.stream()
                    .filter(one -> one.types().anyMatch(line.type()::equals))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(line.type() + " is not known any more"));
            holds(line, family.again(row(line)));
        }
    }

    private static EventRow row(Line line) {
        return new EventRow(
                StreamId.incident(IncidentId.of("01m7rhmr00zg4mde7gwjmaq1ex")),
                1,
                line.type(),
                Instant.EPOCH,
                "system",
                line.json(),
                "");
    }

    @Test
    void every_snapshot_and_content_that_was_ever_stored_is_read_with_all_that_it_said() throws IOException {
        List<Line> lines = lines("values-1.tsv");
        assertEquals(
                VALUES.keySet(), lines.stream().map(Line::type).collect(Collectors.toSet()), "what is stored as JSON");

        for (Line line : lines) {
            Class<?> type = VALUES.get(line.type());
            holds(line, JSON.write(JSON.read(line.json(), type)));
        }
    }

    /** Whatever stood in the line must stand in what is written now; there may be more. */
    private static void holds(Line line, String again) throws JsonProcessingException {
        List<String> lost = new ArrayList<>();
        compare("", TREES.readTree(line.json()), TREES.readTree(again), lost);

        assertEquals(List.of(), lost, line.type());
    }

    private static void compare(String path, JsonNode stored, JsonNode now, List<String> lost) {
        if (stored.isObject() && now.isObject()) {
            for (Map.Entry<String, JsonNode> field : stored.properties()) {
                String key = field.getKey();
                compare(path + "/" + key, field.getValue(), now.path(key), lost);
            }
        } else if (stored.isArray() && now.isArray() && stored.size() == now.size()) {
            for (int i = 0; i < stored.size(); i++) {
                compare(path + "/" + i, stored.get(i), now.get(i), lost);
            }
        } else if (!stored.equals(now)) {
            lost.add(path + " was " + stored + " and is " + now);
        }
    }
}
