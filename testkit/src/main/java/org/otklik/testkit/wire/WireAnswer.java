package org.otklik.testkit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a fake answers; immutable, but for a stream that is written while it is read. */
public final class WireAnswer {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final @Nullable WireStream stream;

    private WireAnswer(int status, Map<String, String> headers, byte[] body, @Nullable WireStream stream) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.stream = stream;
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
        return new WireAnswer(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8), null);
    }

    /**
     * Returns an endless answer.
     *
     * @param status HTTP status
     * @param contentType such as {@code application/json}
     * @param stream what a test writes to it
     * @return the answer
     */
    public static WireAnswer stream(int status, String contentType, WireStream stream) {
        return new WireAnswer(status, Map.of("Content-Type", contentType), new byte[0], stream);
    }

    /**
     * Returns no answer: the line breaks after the request was taken.
     *
     * @return an answer with status 0
     */
    public static WireAnswer cut() {
        return new WireAnswer(0, Map.of(), new byte[0], null);
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
        return new WireAnswer(status, more, body, stream);
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
     * Gives the stream.
     *
     * @return what is written while it is read, if the answer is endless
     */
    public Optional<WireStream> stream() {
        return Optional.ofNullable(stream);
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
