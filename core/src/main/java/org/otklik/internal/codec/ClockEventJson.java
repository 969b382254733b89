package org.otklik.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockTarget;

/** Writes a clock event as an object that names its type, the one sealed value inside other events. */
final class ClockEventJson {

    private static final String TYPE = "type";

    private ClockEventJson() {}

    static final class Writer extends StdSerializer<ClockEvent> {

        private static final long serialVersionUID = 1L;

        private final transient Json json;

        Writer(Json json) {
            super(ClockEvent.class);
            this.json = json;
        }

        @Override
        public void serialize(ClockEvent event, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeStringField(TYPE, TypeNames.of(event.getClass()));
            out.writeStringField("clock", event.clock().toString());
            out.writeStringField("at", event.at().toString());
            writeRest(event, out);
            out.writeEndObject();
        }

        private void writeRest(ClockEvent event, JsonGenerator out) throws IOException {
            if (event instanceof ClockEvent.Started started) {
                writeTarget(started.target(), out);
            } else if (event instanceof ClockEvent.Retargeted changed) {
                writeTarget(changed.target(), out);
            } else if (event instanceof ClockEvent.Paused paused) {
                out.writeStringField("reason", paused.reason());
            } else if (event instanceof ClockEvent.Cancelled cancelled) {
                out.writeStringField("reason", cancelled.reason());
            } else if (event instanceof ClockEvent.Reanchored moved) {
                out.writeStringField("start", moved.start().toString());
            } else if (event instanceof ClockEvent.Warned warned) {
                out.writeNumberField("percent", warned.percent());
            }
        }

        private void writeTarget(ClockTarget target, JsonGenerator out) throws IOException {
            out.writeFieldName("target");
            out.writeTree(json.tree(target));
        }
    }

    static final class Reader extends StdDeserializer<ClockEvent> {

        private static final long serialVersionUID = 1L;

        private final transient Json json;

        Reader(Json json) {
            super(ClockEvent.class);
            this.json = json;
        }

        @Override
        public ClockEvent deserialize(JsonParser in, DeserializationContext context) throws IOException {
            ObjectNode node = in.readValueAsTree();
            ClockName clock = ClockName.of(node.path("clock").asText());
            Instant at = Instant.parse(node.path("at").asText());
            String type = node.path(TYPE).asText();
            return switch (type) {
                case "started" -> new ClockEvent.Started(clock, at, target(node));
                case "retargeted" -> new ClockEvent.Retargeted(clock, at, target(node));
                case "paused" ->
                    new ClockEvent.Paused(clock, at, node.path("reason").asText());
                case "resumed" -> new ClockEvent.Resumed(clock, at);
                case "reanchored" ->
                    new ClockEvent.Reanchored(
                            clock, at, Instant.parse(node.path("start").asText()));
                case "stopped" -> new ClockEvent.Stopped(clock, at);
                case "cancelled" ->
                    new ClockEvent.Cancelled(clock, at, node.path("reason").asText());
                case "warned" ->
                    new ClockEvent.Warned(clock, at, node.path("percent").asInt());
                case "breached" -> new ClockEvent.Breached(clock, at);
                default -> throw context.weirdStringException(type, ClockEvent.class, "no clock event has this type");
            };
        }

        private ClockTarget target(JsonNode node) {
            return json.value(node.path("target"), ClockTarget.class);
        }
    }
}
