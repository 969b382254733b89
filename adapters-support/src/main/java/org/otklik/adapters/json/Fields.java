package org.otklik.adapters.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
        // Loops: these run some thirty times for each post, where streams would cost more than the parser.
        for (String name : names) {
            JsonNode value = node.path(name);
            if (value.isTextual() || value.isNumber() || value.isBoolean()) {
                return Optional.of(value.asText());
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a whole number, also one that is written as text.
     *
     * @param node an object
     * @param names tried in order
     * @return the first that is there; exact up to 64 bits
     */
    public static OptionalLong number(JsonNode node, String... names) {
        for (String name : names) {
            OptionalLong number = wholeNumber(node.path(name));
            if (number.isPresent()) {
                return number;
            }
        }
        return OptionalLong.empty();
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
        JsonNode array = array(node, names);
        return array.isEmpty() ? Stream.empty() : StreamSupport.stream(array.spliterator(), false);
    }

    /**
     * Gives an array to go through.
     *
     * @param node an object
     * @param names tried in order
     * @return the first array that is there; a missing node, which has no items, if there is none
     */
    public static JsonNode array(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.path(name);
            if (value.isArray()) {
                return value;
            }
        }
        return MissingNode.getInstance();
    }
}
