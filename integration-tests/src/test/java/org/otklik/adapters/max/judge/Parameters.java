package org.otklik.adapters.max.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.testkit.wire.WireRequest;

/** Compares the query of a request with the parameters of an operation; deprecated ones are objected to. */
final class Parameters {

    private final MaxSchema api;
    private final Map<String, JsonNode> known = new HashMap<>();

    Parameters(MaxSchema api, JsonNode operation) {
        this.api = api;
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = api.resolved(reference);
            if (parameter.path("in").asText().equals("query")) {
                known.put(parameter.path("name").asText(), parameter);
            }
        }
    }

    List<String> problems(WireRequest request) {
        List<String> problems = new ArrayList<>();
        Map<String, String> given = request.query();
        known.forEach((name, parameter) -> {
            if (parameter.path("required").asBoolean() && !given.containsKey(name)) {
                problems.add("The parameter " + name + " is missing");
            }
            if (parameter.path("deprecated").asBoolean() && given.containsKey(name)) {
                problems.add("The parameter " + name + " is deprecated");
            }
        });
        given.forEach((name, value) -> {
            if (known.containsKey(name)) {
                JsonNode schema = known.get(name).path("schema");
                Shape.problems(api, schema, parsed(schema, value))
                        .forEach(problem -> problems.add("The parameter " + name + ": " + problem));
            } else {
                problems.add("There is no parameter " + name);
            }
        });
        return problems;
    }

    /** Reads a value as what it should be; one that is not stays a text and is objected to. */
    private static JsonNode parsed(JsonNode schema, String value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (schema.path("type").asText()) {
            case "integer" ->
                value.matches("-?[0-9]{1,18}") ? nodes.numberNode(Long.parseLong(value)) : nodes.textNode(value);
            case "boolean" ->
                value.matches("true|false") ? nodes.booleanNode(value.equals("true")) : nodes.textNode(value);
            case "array" -> {
                ArrayNode list = nodes.arrayNode();
                for (String item : value.split(",", -1)) {
                    list.add(item);
                }
                yield list;
            }
            default -> nodes.textNode(value);
        };
    }
}
