package org.otklik.testkit.max;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.testkit.wire.WireRequest;

/** A call that may enter; immutable. */
record MaxCall(MaxBot bot, String route, List<String> ids, Map<String, String> query, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static MaxCall of(MaxBot bot, String route, List<String> ids, WireRequest request) {
        return new MaxCall(bot, route, List.copyOf(ids), request.query(), request.text());
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(query.get(name));
    }

    long number(String name, long otherwise) {
        String value = query.get(name);
        return value == null ? otherwise : number(value);
    }

    static long number(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw MaxRefusal.malformed("A number is expected");
        }
    }

    int within(String name, int least, int most, int otherwise) {
        long value = number(name, otherwise);
        if (value < least || value > most) {
            throw MaxRefusal.malformed(name + " must be from " + least + " to " + most);
        }
        return (int) value;
    }

    JsonNode json() {
        try {
            JsonNode node = JSON.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw MaxRefusal.malformed("The body is no JSON");
        }
        throw MaxRefusal.malformed("The body is no object");
    }
}
