package org.otklik.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.otklik.spi.storage.StorageException;

/** Fields of stored JSON: new ones may come, but none is ever used for something else. */
final class EventJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventJson() {}

    static JsonNode read(String json, String what) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new StorageException("There is no JSON in " + what + ". Was it exported or copied whole?", e);
        }
    }

    /** Returns a field of text; empty if it is absent, null, blank or no text. */
    static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isBlank());
    }
}
