package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads addresses, of which some are none. */
final class GraphAddress {

    private GraphAddress() {}

    /** The absolute address that a field holds. */
    static Optional<URI> of(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || !value.textValue().startsWith("https://")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(value.textValue()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
