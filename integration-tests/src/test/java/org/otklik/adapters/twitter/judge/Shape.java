package org.otklik.adapters.twitter.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares JSON with the part of JSON Schema that X's descriptions use. In answers of a fake, names that a schema does
 * not list are objected to as well, where it lists any, since a fake must not invent names.
 */
final class Shape {

    private final OpenApi api;
    private final boolean closed;
    private final List<String> problems = new ArrayList<>();

    private Shape(OpenApi api, boolean closed) {
        this.api = api;
        this.closed = closed;
    }

    /** Judges what we send: only what the schema forbids is wrong. */
    static List<String> problems(OpenApi api, JsonNode schema, JsonNode value) {
        return run(new Shape(api, false), schema, value);
    }

    /** Judges what a fake answers: what the schema does not list is wrong too. */
    static List<String> problemsOfAnswer(OpenApi api, JsonNode schema, JsonNode value) {
        return run(new Shape(api, true), schema, value);
    }

    private static List<String> run(Shape shape, JsonNode schema, JsonNode value) {
        shape.check(schema, value, "$");
        return shape.problems;
    }

    private void check(JsonNode reference, JsonNode value, String where) {
        JsonNode schema = api.resolved(reference);
        JsonNode kinds = schema.path("discriminator").path("mapping");
        String name = schema.path("discriminator").path("propertyName").asText();
        if (!kinds.isMissingNode() && value.has(name)) {
            checkKind(kinds, value.path(name).asText(), value, where);
            return;
        }
        List<JsonNode> parts = parts(schema).toList();
        parts.forEach(part -> checkChoices(part, value, where));
        parts.forEach(part -> checkHere(part, value, where));
        if (value.isObject()) {
            checkObject(parts, value, where);
        }
        int i = 0;
        for (JsonNode item : value.isArray() ? value : List.<JsonNode>of()) {
            String there = where + "[" + i++ + "]";
            parts.stream().filter(part -> part.has("items")).forEach(part -> check(part.path("items"), item, there));
        }
    }

    /**
     * Checks a problem, which says itself what it is: its members and more, since the documentation shows some that the
     * description lacks. Types that the description does not list are X's secret.
     */
    private void checkKind(JsonNode kinds, String kind, JsonNode value, String where) {
        if (kinds.has(kind)) {
            Shape open = new Shape(api, false);
            List<JsonNode> parts = parts(api.at(kinds.path(kind).asText())).toList();
            parts.forEach(part -> open.checkHere(part, value, where));
            open.checkObject(parts, value, where);
            problems.addAll(open.problems);
        } else {
            object(value.path("title").isTextual(), where + " has no title");
        }
    }

    private void checkChoices(JsonNode part, JsonNode value, String where) {
        for (String word : List.of("oneOf", "anyOf")) {
            if (part.has(word)) {
                boolean any = OpenApi.children(part.path(word))
                        .anyMatch(one -> run(new Shape(api, closed), one, value).isEmpty());
                object(any, where + " is none of what is allowed");
            }
        }
    }

    private void checkHere(JsonNode part, JsonNode value, String where) {
        if (part.path("type").isTextual() && !isA(part.path("type").asText(), value)) {
            object(
                    part.path("nullable").asBoolean() && value.isNull(),
                    where + " is no " + part.path("type").asText());
        }
        if (part.has("enum")) {
            object(
                    OpenApi.children(part.path("enum"))
                            .anyMatch(one -> one.asText().equals(value.asText())),
                    where + " is not one of the listed values: " + value.asText());
        }
        if (value.isTextual()) {
            checkText(part, value.asText(), where);
        } else if (value.isNumber()) {
            within(part, "minimum", "maximum", value.asDouble(), where);
        } else if (value.isArray()) {
            within(part, "minItems", "maxItems", value.size(), where);
            Set<JsonNode> different = new HashSet<>(OpenApi.children(value).toList());
            object(
                    !part.path("uniqueItems").asBoolean() || different.size() == value.size(),
                    where + " repeats itself");
        }
    }

    private void checkText(JsonNode part, String text, String where) {
        within(part, "minLength", "maxLength", text.codePointCount(0, text.length()), where);
        object(
                !part.has("pattern")
                        || Pattern.compile(part.path("pattern").asText())
                                .matcher(text)
                                .find(),
                where + " does not match " + part.path("pattern").asText());
        if (part.path("format").asText().equals("date-time")) {
            object(isTime(text), where + " is no time");
        }
    }

    private static boolean isTime(String text) {
        try {
            return Instant.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void within(JsonNode part, String least, String most, double value, String where) {
        object(!part.has(least) || value >= part.path(least).asDouble(), where + " is below " + least);
        object(!part.has(most) || value <= part.path(most).asDouble(), where + " is above " + most);
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "string" -> value.isTextual();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> throw new IllegalArgumentException("The schema has a type " + type + ".");
        };
    }

    private void checkObject(List<JsonNode> parts, JsonNode value, String where) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        boolean open = false;
        for (JsonNode part : parts) {
            JsonNode properties = part.path("properties");
            properties.fieldNames().forEachRemaining(name -> known.put(name, properties.path(name)));
            open |= part.path("additionalProperties").isObject() || part.has("oneOf") || part.has("anyOf");
            OpenApi.children(part.path("required"))
                    .forEach(name -> object(value.has(name.asText()), where + "." + name.asText() + " is missing"));
        }
        boolean refused = parts.stream()
                .anyMatch(part -> part.has("additionalProperties")
                        && !part.path("additionalProperties").asBoolean(true));
        boolean exact = refused || (closed && !known.isEmpty() && !open);
        value.fieldNames().forEachRemaining(name -> {
            if (known.containsKey(name)) {
                check(known.get(name), value.path(name), where + "." + name);
            } else {
                object(!exact, where + "." + name + " is unknown");
            }
        });
        checkOthers(parts, known.keySet(), value, where);
    }

    private void checkOthers(List<JsonNode> parts, Set<String> known, JsonNode value, String where) {
        parts.stream()
                .map(part -> part.path("additionalProperties"))
                .filter(JsonNode::isObject)
                .forEach(schema -> value.fieldNames().forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        check(schema, value.path(name), where + "." + name);
                    }
                }));
    }

    /** Returns a schema with all it is put together from. */
    private Stream<JsonNode> parts(JsonNode reference) {
        JsonNode schema = api.resolved(reference);
        return Stream.concat(
                Stream.of(schema), OpenApi.children(schema.path("allOf")).flatMap(this::parts));
    }

    private void object(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
