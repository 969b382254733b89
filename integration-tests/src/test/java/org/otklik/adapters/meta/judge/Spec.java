package org.otklik.adapters.meta.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is published of one type of nodes; immutable.
 *
 * @param name of the type
 * @param fields types by name
 * @param calls by method and edge, such as {@code GET comments}; {@code GET} and a space for the node itself
 */
record Spec(String name, Map<String, String> fields, Map<String, Call> calls) {

    /**
     * A call of a node or of one of its edges.
     *
     * @param parameters types by name
     * @param required which of them must be there
     * @param returns the type of what comes back
     */
    record Call(Map<String, String> parameters, Set<String> required, String returns) {}

    static Spec read(String name, JsonNode json) {
        Map<String, String> fields = new LinkedHashMap<>();
        json.path("fields")
                .forEach(field -> fields.put(
                        field.path("name").asText(), field.path("type").asText()));
        Map<String, Call> calls = new LinkedHashMap<>();
        json.path("apis")
                .forEach(call -> calls.put(
                        call.path("method").asText() + " "
                                + call.path("endpoint").asText(),
                        call(call)));
        return new Spec(name, fields, calls);
    }

    private static Call call(JsonNode call) {
        Map<String, String> parameters = new LinkedHashMap<>();
        call.path("params")
                .forEach(one -> parameters.put(
                        one.path("name").asText(), one.path("type").asText()));
        Set<String> required = parameters.keySet().stream()
                .filter(name -> isRequired(call, name))
                .collect(Collectors.toSet());
        return new Call(parameters, required, call.path("return").asText());
    }

    private static boolean isRequired(JsonNode call, String name) {
        for (JsonNode one : call.path("params")) {
            if (one.path("name").asText().equals(name)) {
                return one.path("required").asBoolean();
            }
        }
        return false;
    }

    Optional<Call> call(String method, String edge) {
        return Optional.ofNullable(calls.get(method + " " + edge));
    }

    /** Whether it describes what tokens of Instagram Login see. */
    boolean isInstagramOnly() {
        return name.endsWith("ForIGOnlyAPI");
    }
}
