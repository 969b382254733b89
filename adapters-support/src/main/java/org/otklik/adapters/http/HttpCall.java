package org.otklik.adapters.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One request to a network; immutable. Its words for the diary show neither query, headers nor body, and of the path
 * nothing that looks like a secret or is named as one.
 */
public final class HttpCall {

    private static final List<String> SCHEMES = List.of("http", "https", "ws", "wss");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final int DELETE = 0x7F;
    private static final int LAST_CONTROL = 0x9F;
    private static final int LAST_LATIN = 0xFF;

    private final String method;
    private final URI address;
    private final Map<String, String> headers;
    private final byte[] body;
    private final CallLimits limits;
    private final List<String> secrets;

    private HttpCall(
            String method,
            URI address,
            Map<String, String> headers,
            byte[] body,
            CallLimits limits,
            List<String> secrets) {
        this.method = method;
        this.address = address;
        this.headers = headers;
        this.body = body;
        this.limits = limits;
        this.secrets = secrets;
    }

    /** Java would quote an address that it does not take. */
    private static HttpCall of(String method, URI address, byte[] body) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || address.getHost() == null) {
            throw new IllegalArgumentException("A call needs an address with a host and one of the schemes " + SCHEMES
                    + "; the scheme was " + scheme + ".");
        }
        return new HttpCall(method, address, Map.of(), body, CallLimits.STANDARD, List.of());
    }

    /**
     * Returns a reading call.
     *
     * @param address where; tokens belong into headers
     * @return the call
     */
    public static HttpCall get(URI address) {
        return of("GET", address, new byte[0]);
    }

    /**
     * Returns a call without a body that deletes.
     *
     * @param address where
     * @return the call
     */
    public static HttpCall delete(URI address) {
        return of("DELETE", address, new byte[0]);
    }

    /**
     * Returns a call that deletes what its body names.
     *
     * @param address where
     * @param json the body
     * @return the call
     */
    public static HttpCall delete(URI address, byte[] json) {
        return of("DELETE", address, json.clone()).header("Content-Type", "application/json; charset=utf-8");
    }

    /**
     * Returns a call that posts a form; tokens may stand in it.
     *
     * @param address where
     * @param fields in the order in which they are sent
     * @return the call
     */
    public static HttpCall form(URI address, Map<String, String> fields) {
        byte[] body = encode(fields).getBytes(StandardCharsets.US_ASCII);
        return of("POST", address, body).header("Content-Type", "application/x-www-form-urlencoded");
    }

    /**
     * Returns a call that posts JSON.
     *
     * @param address where
     * @param json the body
     * @return the call
     */
    public static HttpCall json(URI address, byte[] json) {
        return of("POST", address, json.clone()).header("Content-Type", "application/json; charset=utf-8");
    }

    /**
     * Writes fields as a query or form.
     *
     * @param fields in order
     * @return names and values, percent-encoded, spaces as {@code +}
     */
    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                        + '='
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /**
     * Returns this call with a header.
     *
     * @param name such as {@code Authorization}
     * @param value what it says; no line breaks or other control characters
     * @return a copy
     * @throws IllegalArgumentException if HTTP cannot carry it; the message does not quote the value
     */
    public HttpCall header(String name, String value) {
        if (!NAME.matcher(name).matches() || value.chars().anyMatch(HttpCall::isControl)) {
            throw new IllegalArgumentException("HTTP cannot carry the name or value of this header: "
                    + (NAME.matcher(name).matches() ? name : "its name is malformed") + ".");
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpCall(method, address, more, body, limits, secrets);
    }

    private static boolean isControl(int c) {
        return (c < ' ' && c != '\t') || (c >= DELETE && c <= LAST_CONTROL) || c > LAST_LATIN;
    }

    /**
     * Returns this call with a word that must never be seen in a diary, such as a token that stands in the path.
     *
     * @param secret the word; kept for {@link #toString()} only
     * @return a copy
     */
    public HttpCall hiding(String secret) {
        List<String> more = new ArrayList<>(secrets);
        more.add(secret);
        return new HttpCall(method, address, headers, body, limits, List.copyOf(more));
    }

    /**
     * Returns this call within other limits.
     *
     * @param other time and size
     * @return a copy
     */
    public HttpCall within(CallLimits other) {
        return new HttpCall(method, address, headers, body, other, secrets);
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
     * Tells where the call goes.
     *
     * @return scheme, host, path and query
     */
    public URI address() {
        return address;
    }

    /**
     * Lists the headers.
     *
     * @return by name, in order
     */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /**
     * Gives the body.
     *
     * @return a copy of the bytes, possibly none
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * Tells how long the call may take and how much it may bring.
     *
     * @return the limits
     */
    public CallLimits limits() {
        return limits;
    }

    @Override
    public String toString() {
        String path = Objects.requireNonNullElse(address.getPath(), "");
        return method + " " + address.getHost() + Redaction.path(path, secrets);
    }
}
