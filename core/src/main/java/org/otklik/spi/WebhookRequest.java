package org.otklik.spi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** An HTTP request of a network, as raw bytes, since signatures are made over them; immutable. */
public final class WebhookRequest {

    private final String method;
    private final String query;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Optional<String> remoteAddress;

    private WebhookRequest(
            String method,
            String query,
            Map<String, List<String>> headers,
            byte[] body,
            Optional<String> remoteAddress) {
        this.method = method;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.remoteAddress = remoteAddress;
    }

    /**
     * Takes over a request as the host received it.
     *
     * @param method such as {@code POST}
     * @param query the query string without question mark, possibly empty
     * @param headers all values by name, in any case
     * @param body raw bytes, already bounded by the host; copied
     * @param remoteAddress the sender's address as the host trusts it, for networks that publish theirs
     * @return the request
     */
    public static WebhookRequest of(
            String method,
            String query,
            Map<String, List<String>> headers,
            byte[] body,
            Optional<String> remoteAddress) {
        Map<String, List<String>> folded = new TreeMap<>();
        headers.forEach((name, values) -> folded.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new WebhookRequest(
                Objects.requireNonNull(method, "method"),
                Objects.requireNonNull(query, "query"),
                Map.copyOf(folded),
                body.clone(),
                Objects.requireNonNull(remoteAddress, "remoteAddress"));
    }

    /**
     * Tells the method of the request.
     *
     * @return such as {@code POST}
     */
    public String method() {
        return method;
    }

    /**
     * Returns the query string.
     *
     * @return without question mark, possibly empty
     */
    public String query() {
        return query;
    }

    /**
     * Returns all headers.
     *
     * @return all values by lower-case name
     */
    public Map<String, List<String>> headers() {
        return headers;
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

    /**
     * Returns the bytes over which a network signs.
     *
     * @return a copy of the raw bytes
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * Tells who sent the request.
     *
     * @return the sender's address as the host trusts it; absent when the host does not know it
     */
    public Optional<String> remoteAddress() {
        return remoteAddress;
    }

    @Override
    public String toString() {
        return method + " webhook of " + body.length + " bytes";
    }
}
