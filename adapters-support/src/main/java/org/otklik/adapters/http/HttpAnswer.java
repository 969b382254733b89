package org.otklik.adapters.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came back, whole and within the limits; immutable. */
public final class HttpAnswer {

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Returns an answer.
     *
     * @param status HTTP status
     * @param headers all values by name, in any case
     * @param body raw bytes; copied
     * @return the answer
     */
    public static HttpAnswer of(int status, Map<String, List<String>> headers, byte[] body) {
        return owning(status, headers, body.clone());
    }

    /** The same for bytes that nobody else holds. */
    static HttpAnswer owning(int status, Map<String, List<String>> headers, byte[] body) {
        Map<String, List<String>> folded = new TreeMap<>();
        headers.forEach((name, values) -> folded.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new HttpAnswer(status, Map.copyOf(folded), body);
    }

    /**
     * Tells the HTTP status.
     *
     * @return 100 to 599
     */
    public int status() {
        return status;
    }

    /**
     * Tells whether the status is one of success.
     *
     * @return true for 200 to 299
     */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /**
     * Returns the first value of a header.
     *
     * @param name in any case
     * @return the value, if there is one
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /**
     * Reads the network's wish to be left alone.
     *
     * @param now the time, for a wish that names a date
     * @return the wait of {@code Retry-After}, nought or more, if it is there and readable
     */
    public Optional<Duration> retryAfter(Instant now) {
        return header("Retry-After").map(String::strip).flatMap(text -> wait(text, now));
    }

    private static Optional<Duration> wait(String text, Instant now) {
        try {
            Duration wait = text.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Gives the body.
     *
     * @return a copy of the raw bytes
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * Gives the body as text.
     *
     * @return decoded as UTF-8
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "answer " + status + " of " + body.length + " bytes";
    }
}
