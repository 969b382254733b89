package org.otklik.adapters.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads fields that may be absent, null or of another type than documented. */
public final class Fields {

    private Fields() {}

    /**
     * Reads a text or number as text.
     *
     * @param node an object
     * @param names tried in order, for networks that renamed a field
     * @return the first that is there and neither null nor an object
     */
    public static Optional<String> text(JsonNode node, String... names) {
        return values(node, names)
                .filter(value -> value.isTextual() || value.isNumber() || value.isBoolean())
                .map(JsonNode::asText)
                .findFirst();
    }

    /**
     * Reads a whole number, also one that is written as text.
     *
     * @param node an object
     * @param names tried in order
     * @return the first that is there; exact up to 64 bits
     */
    public static OptionalLong number(JsonNode node, String... names) {
        return values(node, names)
                .map(Fields::wholeNumber)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .findFirst();
    }

    private static OptionalLong wholeNumber(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return OptionalLong.of(value.longValue());
        }
        try {
            return value.isTextual() ? OptionalLong.of(Long.parseLong(value.textValue())) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Reads a truth value, also one that is written as 0 or 1.
     *
     * @param node an object
     * @param name of the field
     * @return the value, if it is there
     */
    public static Optional<Boolean> flag(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        return value.isIntegralNumber() ? Optional.of(value.bigIntegerValue().signum() != 0) : Optional.empty();
    }

    /**
     * Reads Unix seconds.
     *
     * @param node an object
     * @param names tried in order
     * @return the instant, if a possible one is there
     */
    public static Optional<Instant> seconds(JsonNode node, String... names) {
        OptionalLong seconds = number(node, names);
        try {
            return seconds.isPresent() ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads Unix milliseconds.
     *
     * @param node an object
     * @param names tried in order
     * @return the instant, if it is there
     */
    public static Optional<Instant> millis(JsonNode node, String... names) {
        OptionalLong millis = number(node, names);
        return millis.isPresent() ? Optional.of(Instant.ofEpochMilli(millis.getAsLong())) : Optional.empty();
    }

    /**
     * Lists the items of an array.
     *
     * @param node an object
     * @param names tried in order
     * @return the items of the first array that is there; none if there is none
     */
    public static Stream<JsonNode> items(JsonNode node, String... names) {
        return values(node, names).filter(JsonNode::isArray).findFirst().stream()
                .flatMap(array -> StreamSupport.stream(array.spliterator(), false));
    }

    private static Stream<JsonNode> values(JsonNode node, String... names) {
        return Stream.of(names).map(node::path).filter(value -> !value.isMissingNode() && !value.isNull());
    }
}
