package org.otklik.adapters.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.otklik.DeskEvent;
import org.otklik.incident.Assignment;
import org.otklik.incident.Incident;
import org.otklik.incident.Life;
import org.otklik.instruction.Instruction;

/** Writes events as the JSON of a message: ids, codes and times, in fields whose names stay. For one thread. */
final class Message {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_EVENT = 40_000;

    private final ArrayNode events = JSON.createArrayNode();
    private final long after;
    private long last;
    private Instant at = Instant.EPOCH;
    private int size;

    Message(long after) {
        this.after = after;
        this.last = after;
    }

    /** Adds an event if the message stays within a size, the first one in any case. */
    boolean add(DeskEvent event, int largest) {
        ObjectNode node = node(event);
        int more = size(node);
        if (more > LARGEST_EVENT) {
            // A reply to thousands of posts names them all; the receiver can ask the desk for this one.
            node.remove("payload");
            node.put("payloadOmitted", true);
            more = size(node);
        }
        if (!events.isEmpty() && size + more > largest) {
            return false;
        }
        size += more;
        events.add(node);
        last = event.sequence();
        at = event.at();
        return true;
    }

    private static int size(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8).length + 1;
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    long last() {
        return last;
    }

    String id() {
        return "otklik-" + (after + 1) + "-" + last;
    }

    byte[] body() {
        ObjectNode whole = JSON.createObjectNode();
        whole.put("type", "otklik.events");
        whole.put("timestamp", at.toString());
        whole.putObject("data").put("last", last).set("events", events);
        return whole.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode node(DeskEvent event) {
        ObjectNode node = JSON.createObjectNode()
                .put("sequence", event.sequence())
                .put("kind", event.kind().name())
                .put("subject", event.subject())
                .put("version", event.version())
                .put("type", event.type())
                .put("at", event.at().toString())
                .put("actor", event.actor());
        node.set("payload", tree(event.payload()));
        event.incident().ifPresent(incident -> node.set("incident", node(incident)));
        event.instruction().ifPresent(instruction -> node.set("instruction", node(instruction)));
        return node;
    }

    private static JsonNode tree(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The payload of an event is no JSON.", e);
        }
    }

    private static ObjectNode node(Incident incident) {
        Life life = incident.life();
        ObjectNode node = JSON.createObjectNode()
                .put("id", incident.id().value())
                .put("number", incident.number())
                .put("version", incident.version())
                .put("state", incident.state().name())
                .put("kind", incident.kind().name())
                .put("severity", incident.assessment().severity().name())
                .put("scale", incident.assessment().scale().name())
                .put("network", incident.firstPost().network().code())
                .put("firstPost", incident.firstPost().toString())
                .put("cycle", life.tally().cycle())
                .put("redirects", life.tally().redirects())
                .put("publishedAt", life.publishedAt().toString())
                .put("registeredAt", life.registeredAt().toString());
        put(node, "topic", incident.topic());
        put(node, "municipality", incident.municipality());
        put(node, "lead", incident.lead());
        put(node, "answeredAt", life.answeredAt());
        put(node, "closedAt", life.closedAt());
        put(node, "outcome", life.outcome());
        put(node, "promisedUntil", life.promisedUntil());
        put(node, "mergedInto", life.mergedInto());
        put(
                node,
                "bodies",
                incident.assignments().stream().map(Assignment::body).toList());
        return node;
    }

    private static ObjectNode node(Instruction instruction) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", instruction.id().value())
                .put("number", instruction.number())
                .put("version", instruction.version())
                .put("state", instruction.state().name())
                .put("author", instruction.author())
                .put("issuedAt", instruction.issuedAt().toString())
                .put("deadline", instruction.deadline().toString());
        put(node, "executors", instruction.executors());
        put(node, "incidents", instruction.incidents());
        put(node, "outcome", instruction.outcome());
        put(node, "reportedAt", instruction.reportedAt());
        return node;
    }

    private static void put(ObjectNode node, String name, Optional<?> value) {
        value.ifPresent(known -> node.put(name, known.toString()));
    }

    private static void put(ObjectNode node, String name, Collection<?> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(value -> array.add(value.toString()));
    }
}
