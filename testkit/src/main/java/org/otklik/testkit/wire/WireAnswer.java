package org.otklik.testkit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a fake answers; immutable. */
public final class WireAnswer {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private WireAnswer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Returns an answer in JSON.
     *
     * @param status HTTP status
     * @param body what it says
     * @return the answer
     */
    public static WireAnswer json(int status, JsonNode body) {
        return of(status, "application/json; charset=utf-8", body.toString());
    }

    /**
     * Returns an answer.
     *
     * @param status HTTP status
     * @param contentType such as {@code text/html}
     * @param body what it says, sent as UTF-8
     * @return the answer
     */
    public static WireAnswer of(int status, String contentType, String body) {
        return new WireAnswer(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns this answer with a header.
     *
     * @param name of the header
     * @param value of the header
     * @return a copy
     */
    public WireAnswer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WireAnswer(status, more, body);
    }

    /**
     * Tells the status.
     *
     * @return HTTP status
     */
    public int status() {
        return status;
    }

    /**
     * Lists the headers.
     *
     * @return by name
     */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /**
     * Gives the body.
     *
     * @return a copy of the raw bytes
     */
    public byte[] body() {
        return body.clone();
    }
}
