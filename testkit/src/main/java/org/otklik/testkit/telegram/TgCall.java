package org.otklik.testkit.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.otklik.testkit.wire.WireRequest;

/**
 * A call with its parameters, wherever they stand: the network takes JSON, forms and queries; immutable.
 *
 * @param token as it stands in the path
 * @param method as it stands in the path
 * @param parameters by name
 */
record TgCall(String token, String method, JsonNode parameters) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static TgCall of(WireRequest request) {
        String path = request.path();
        int slash = path.indexOf('/', 1);
        if (!path.startsWith("/bot") || slash < 0) {
            throw new TgRefusal(404, "Not Found");
        }
        if (!request.method().equals("POST") && !request.method().equals("GET")) {
            throw new TgRefusal(405, "Method Not Allowed");
        }
        return new TgCall(path.substring("/bot".length(), slash), path.substring(slash + 1), parameters(request));
    }

    private static JsonNode parameters(WireRequest request) {
        String type = request.header("Content-Type").orElse("");
        if (type.startsWith("application/json")) {
            return json(request.text());
        }
        ObjectNode parameters = TgJson.NODES.objectNode();
        request.query().forEach(parameters::put);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            request.form().forEach(parameters::put);
        }
        return parameters;
    }

    private static JsonNode json(String text) {
        try {
            JsonNode body = MAPPER.readTree(text);
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            // Refused below, as what is JSON and no object.
        }
        throw TgRefusal.badRequest("can't parse JSON object");
    }

    /** A list or an object may be written as a text that holds JSON. */
    JsonNode get(String name) {
        JsonNode value = parameters.path(name);
        boolean nested = value.isTextual()
                && (value.asText().startsWith("{") || value.asText().startsWith("["));
        return nested && !name.equals("text")
                ? json("{\"a\":" + value.asText() + "}").path("a")
                : value;
    }

    String text(String name) {
        return parameters.path(name).asText("");
    }

    int number(String name, int otherwise) {
        JsonNode value = parameters.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.asText().matches("-?[0-9]{1,10}")) {
            throw TgRefusal.badRequest("invalid " + name + " specified");
        }
        return (int) value.asLong();
    }

    /** The real network takes any name in silence; here a wrong client is to be noticed. */
    void only(Map<String, Set<String>> known) {
        Set<String> strange = new TreeSet<>();
        parameters.fieldNames().forEachRemaining(strange::add);
        strange.removeAll(known.getOrDefault(method, Set.of()));
        if (!strange.isEmpty()) {
            throw TgRefusal.badRequest("the fake knows no parameters " + strange + " of " + method);
        }
    }
}
