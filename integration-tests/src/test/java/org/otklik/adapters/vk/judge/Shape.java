package org.otklik.adapters.vk.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares JSON with the dialect of VKontakte's schema: draft 7 where a property itself says that it is required.
 * Names that the schema does not know are objected to as well, since the answers judged here are those of a fake.
 */
final class Shape {

    private final Schemas schemas;
    private final List<String> problems = new ArrayList<>();

    private Shape(Schemas schemas) {
        this.schemas = schemas;
    }

    static List<String> problems(Schemas schemas, JsonNode schema, JsonNode value) {
        Shape shape = new Shape(schemas);
        shape.check(schema, value, "$");
        return shape.problems;
    }

    private void check(JsonNode schema, JsonNode value, String where) {
        if (schema.has("oneOf")) {
            boolean any = Schemas.children(schema.path("oneOf"))
                    .anyMatch(one -> problems(schemas, one, value).isEmpty());
            object(any, where + " is none of what is allowed");
        }
        checkHere(schema, value, where);
        if (value.isObject()) {
            checkObject(schema, value, where);
        }
        if (value.isArray()) {
            int i = 0;
            for (JsonNode item : value) {
                checkItems(schema, item, where + "[" + i++ + "]");
            }
        }
    }

    /** Checks type, range and choice, wherever they are written: here, behind a reference, in a part. */
    private void checkHere(JsonNode schema, JsonNode value, String where) {
        parts(schema).forEach(part -> {
            checkType(part, value, where);
            checkRange(part, value, where);
            if (part.has("enum")) {
                object(
                        Schemas.children(part.path("enum"))
                                .anyMatch(one -> one.asText().equals(value.asText())),
                        where + " is not one of the listed values");
            }
        });
    }

    private void checkType(JsonNode part, JsonNode value, String where) {
        JsonNode type = part.path("type");
        if (type.isTextual()) {
            object(isA(type.asText(), value), where + " is no " + type.asText());
        } else if (type.isArray()) {
            object(Schemas.children(type).anyMatch(one -> isA(one.asText(), value)), where + " is none of " + type);
        }
    }

    private void checkRange(JsonNode part, JsonNode value, String where) {
        if (value.isNumber()) {
            object(
                    !part.has("minimum")
                            || value.asDouble() >= part.path("minimum").asDouble(),
                    where + " is too small");
            object(
                    !part.has("maximum")
                            || value.asDouble() <= part.path("maximum").asDouble(),
                    where + " is too large");
        }
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

    private void checkObject(JsonNode schema, JsonNode value, String where) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        parts(schema)
                .forEach(part -> part.path("properties")
                        .properties()
                        .forEach(property -> known.put(property.getKey(), property.getValue())));
        known.forEach((name, property) -> {
            if (value.has(name)) {
                check(property, value.path(name), where + "." + name);
            } else {
                object(!property.path("required").asBoolean(), where + "." + name + " is missing");
            }
        });
        if (!known.isEmpty()) {
            value.fieldNames()
                    .forEachRemaining(name -> object(known.containsKey(name), where + "." + name + " is unknown"));
        }
    }

    private void checkItems(JsonNode schema, JsonNode item, String where) {
        parts(schema)
                .filter(part -> part.has("items"))
                .findFirst()
                .ifPresent(part -> check(part.path("items"), item, where));
    }

    /** Returns a schema with all it refers to and is put together from. */
    private Stream<JsonNode> parts(JsonNode schema) {
        Stream<JsonNode> referred = schema.has("$ref")
                ? parts(schemas.definition(schema.path("$ref").asText()))
                : Stream.empty();
        Stream<JsonNode> joined = Schemas.children(schema.path("allOf")).flatMap(this::parts);
        return Stream.of(Stream.of(schema), referred, joined).flatMap(all -> all);
    }

    private void object(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
