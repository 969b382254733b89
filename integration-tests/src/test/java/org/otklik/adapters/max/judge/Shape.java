package org.otklik.adapters.max.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares JSON with the part of JSON Schema that MAX uses. Names that the schema does not know are objected to as well:
 * neither the adapter nor the fake must invent any.
 */
final class Shape {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MaxSchema api;
    private final List<String> problems = new ArrayList<>();

    private Shape(MaxSchema api) {
        this.api = api;
    }

    static List<String> problems(MaxSchema api, JsonNode schema, JsonNode value) {
        Shape shape = new Shape(api);
        shape.check(schema, value, "$");
        return shape.problems;
    }

    private void check(JsonNode reference, JsonNode value, String where) {
        List<JsonNode> parts = parts(kind(api.resolved(reference), value)).toList();
        if (value.isNull()) {
            boolean nullable =
                    parts.stream().anyMatch(part -> part.path("nullable").asBoolean());
            object(nullable, where + " is null");
            return;
        }
        parts.forEach(part -> checkHere(part, value, where));
        if (value.isObject()) {
            checkMembers(parts, value, where);
        }
        int i = 0;
        for (JsonNode item : value.isArray() ? value : JSON.createArrayNode()) {
            String there = where + "[" + i++ + "]";
            parts.stream().filter(part -> part.has("items")).forEach(part -> check(part.path("items"), item, there));
        }
    }

    /** What says itself what it is, is judged as that; of kinds that the schema does not list only what all have. */
    private JsonNode kind(JsonNode schema, JsonNode value) {
        JsonNode kinds = schema.path("discriminator").path("mapping");
        String name = value.path(
                        schema.path("discriminator").path("propertyName").asText())
                .asText();
        return kinds.has(name)
                ? api.resolved(
                        JSON.createObjectNode().put("$ref", kinds.path(name).asText()))
                : schema;
    }

    private void checkHere(JsonNode part, JsonNode value, String where) {
        if (part.path("type").isTextual()) {
            object(
                    isA(part.path("type").asText(), value),
                    where + " is no " + part.path("type").asText());
        }
        if (part.has("enum")) {
            object(
                    children(part.path("enum")).anyMatch(value::equals),
                    where + " is not one of the listed values: " + value.asText());
        }
        if (value.isTextual()) {
            checkText(part, value.textValue(), where);
        } else if (value.isNumber()) {
            within(part, "minimum", "maximum", value.asDouble(), where);
        } else if (value.isArray()) {
            within(part, "minItems", "maxItems", value.size(), where);
            Set<JsonNode> different = new HashSet<>(children(value).toList());
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
    }

    private void within(JsonNode part, String least, String most, double value, String where) {
        object(!part.has(least) || value >= part.path(least).asDouble(), where + " is below " + least);
        object(!part.has(most) || value <= part.path(most).asDouble(), where + " is above " + most);
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "integer" -> value.isIntegralNumber() && value.canConvertToLong();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "string" -> value.isTextual();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> throw new IllegalArgumentException("The schema has a type " + type + ".");
        };
    }

    private void checkMembers(List<JsonNode> parts, JsonNode value, String where) {
        Map<String, JsonNode> known = new HashMap<>();
        for (JsonNode part : parts) {
            part.path("properties").properties().forEach(one -> known.put(one.getKey(), one.getValue()));
            children(part.path("required"))
                    .forEach(name -> object(value.has(name.asText()), where + "." + name.asText() + " is missing"));
        }
        boolean open = known.isEmpty() || parts.stream().anyMatch(Shape::hasMore);
        value.properties().forEach(one -> {
            String there = where + "." + one.getKey();
            if (known.containsKey(one.getKey())) {
                check(known.get(one.getKey()), one.getValue(), there);
            } else {
                object(open, there + " is unknown");
            }
        });
    }

    /** The subset drops what attachments and unlisted updates hold. */
    private static boolean hasMore(JsonNode part) {
        JsonNode properties = part.path("properties");
        return part.has("additionalProperties") || (properties.size() == 1 && properties.has("type"));
    }

    /** Returns a schema with all it is put together from. */
    private Stream<JsonNode> parts(JsonNode reference) {
        JsonNode schema = api.resolved(reference);
        return Stream.concat(Stream.of(schema), children(schema.path("allOf")).flatMap(this::parts));
    }

    private static Stream<JsonNode> children(JsonNode node) {
        Stream.Builder<JsonNode> all = Stream.builder();
        node.forEach(all);
        return all.build();
    }

    private void object(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
