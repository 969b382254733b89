package org.otklik.adapters.vk.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the form of a call with the parameters that the schema lists for its method. */
final class Parameters {

    private static final Set<String> OF_ALL_METHODS =
            Set.of("v", "access_token", "lang", "captcha_sid", "captcha_key", "success_token", "remixstlid");

    private final Schemas schemas;
    private final List<String> problems = new ArrayList<>();

    private Parameters(Schemas schemas) {
        this.schemas = schemas;
    }

    static List<String> problems(Schemas schemas, JsonNode method, Map<String, String> form) {
        Parameters parameters = new Parameters(schemas);
        parameters.check(method, form);
        return parameters.problems;
    }

    private void check(JsonNode method, Map<String, String> form) {
        String name = method.path("name").asText();
        Schemas.children(method.path("parameters"))
                .filter(parameter -> parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asText())
                .forEach(required -> object(form.containsKey(required), required + " is missing"));
        object("5.199".equals(form.get("v")), "v is not 5.199");
        form.forEach((key, value) -> {
            if (!OF_ALL_METHODS.contains(key)) {
                schemas.parameter(name, key)
                        .ifPresentOrElse(
                                parameter -> check(parameter, key, value),
                                () -> object(false, name + " takes no " + key));
            }
        });
    }

    private void check(JsonNode parameter, String key, String value) {
        JsonNode type = parameter.path("type");
        if (type.asText().equals("array")) {
            String[] items = value.split(",", -1);
            object(
                    !parameter.has("maxItems")
                            || items.length <= parameter.path("maxItems").asInt(),
                    key + " is too long");
            for (String item : items) {
                checkOne(resolved(parameter.path("items")), key, item);
            }
        } else {
            checkOne(resolved(parameter), key, value);
            checkOne(parameter, key, value);
        }
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? schemas.definition(schema.path("$ref").asText()) : schema;
    }

    private void checkOne(JsonNode schema, String key, String value) {
        JsonNode type = schema.path("type");
        boolean fits = type.isArray()
                ? Schemas.children(type).anyMatch(one -> isA(one.asText(), value))
                : type.isMissingNode() || isA(type.asText(), value);
        object(fits, key + " is no " + type);
        if (fits && value.matches("-?\\d{1,18}") && !type.asText().equals("string")) {
            long number = Long.parseLong(value);
            object(!schema.has("minimum") || number >= schema.path("minimum").asLong(), key + " is too small");
            object(!schema.has("maximum") || number <= schema.path("maximum").asLong(), key + " is too large");
        }
        object(
                !schema.has("maxLength")
                        || value.length() <= schema.path("maxLength").asInt(),
                key + " has too many characters");
        object(
                !schema.has("enum")
                        || Schemas.children(schema.path("enum"))
                                .anyMatch(one -> one.asText().equals(value)),
                key + " is not one of the listed values");
    }

    private static boolean isA(String type, String value) {
        return switch (type) {
            case "integer" -> value.matches("-?\\d{1,18}");
            case "number" -> value.matches("-?\\d+(\\.\\d+)?");
            case "boolean" -> value.matches("[01]");
            default -> true;
        };
    }

    private void object(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
