package org.otklik.testkit.x;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import org.otklik.testkit.wire.WireRequest;

/** Reads bodies as strictly as X does. */
final class Bodies {

    private Bodies() {}

    static JsonNode object(WireRequest request, Problems problems) {
        String type = request.header("content-type").orElse("");
        if (!type.startsWith("application/json")) {
            throw Problems.plain(415, "Content-Type must be application/json, not '" + type + "'.");
        }
        try {
            JsonNode body = Json.MAPPER.readTree(request.body());
            if (body.isObject()) {
                return body;
            }
            throw problems.invalid("body", "", "The body is no JSON object.");
        } catch (JsonProcessingException e) {
            throw problems.invalid("body", "", "The body is no JSON.");
        } catch (IOException e) {
            throw new IllegalStateException("An array of bytes cannot be read.", e);
        }
    }

    /** Refuses members that the schema does not have, and null. */
    static void only(JsonNode body, Set<String> known, String where, Problems problems) {
        Iterator<String> names = body.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!known.contains(name) || body.get(name).isNull()) {
                throw problems.invalid(
                        where + "." + name,
                        body.get(name).asText(),
                        where + "." + name
                                + ": is not defined in the schema and the schema does not allow additional properties");
            }
        }
    }
}
