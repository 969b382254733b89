package org.otklik.spi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request of a network, as raw bytes, since signatures are made over them; immutable by convention: the body
 * must not be changed.
 *
 * @param method such as {@code POST}
 * @param query the query string without question mark, possibly empty
 * @param headers all values by lower-case name
 * @param body raw bytes, already bounded by the host
 * @param remoteAddress the sender's address as the host trusts it, for networks that publish theirs
 */
public record WebhookRequest(
        String method, String query, Map<String, List<String>> headers, byte[] body, Optional<String> remoteAddress) {

    /** Folds the names of headers. */
    public WebhookRequest {
        Map<String, List<String>> folded = new TreeMap<>();
        headers.forEach((name, values) -> folded.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Map.copyOf(folded);
        body = body.clone();
    }

    /**
     * Returns a header that must stand exactly once.
     *
     * @param name in any case
     * @return its value; empty when it is missing or stands twice
     */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return method + " webhook of " + body.length + " bytes";
    }
}
