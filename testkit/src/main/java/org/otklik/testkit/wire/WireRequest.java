package org.otklik.testkit.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it arrived; immutable. */
public final class WireRequest {

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    WireRequest(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
        Map<String, List<String>> folded = new TreeMap<>();
        headers.forEach((name, values) -> folded.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = folded;
        this.body = body;
    }

    /**
     * Tells the method.
     *
     * @return such as {@code POST}
     */
    public String method() {
        return method;
    }

    /**
     * Tells the path.
     *
     * @return decoded, without the query
     */
    public String path() {
        return path;
    }

    /**
     * Gives the raw query.
     *
     * @return without question mark, possibly empty
     */
    public String rawQuery() {
        return query;
    }

    /**
     * Reads the query.
     *
     * @return values by name, in order; of a name that stands twice the last
     */
    public Map<String, String> query() {
        return decode(query);
    }

    /**
     * Reads the body as a form.
     *
     * @return values by name, in order; of a name that stands twice the last
     */
    public Map<String, String> form() {
        return decode(text());
    }

    private static Map<String, String> decode(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(plain(pair.substring(0, equals)), plain(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String plain(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
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
        return method + " " + path;
    }
}
