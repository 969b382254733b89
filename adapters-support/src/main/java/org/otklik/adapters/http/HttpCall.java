package org.otklik.adapters.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One request to a network; immutable. Its words for the diary show neither query, headers nor body. */
public final class HttpCall {

    private final String method;
    private final URI address;
    private final Map<String, String> headers;
    private final byte[] body;
    private final CallLimits limits;

    private HttpCall(String method, URI address, Map<String, String> headers, byte[] body, CallLimits limits) {
        this.method = method;
        this.address = address;
        this.headers = headers;
        this.body = body;
        this.limits = limits;
    }

    /**
     * Returns a reading call.
     *
     * @param address where; tokens belong into headers
     * @return the call
     */
    public static HttpCall get(URI address) {
        return new HttpCall("GET", address, Map.of(), new byte[0], CallLimits.STANDARD);
    }

    /**
     * Returns a call without a body that deletes.
     *
     * @param address where
     * @return the call
     */
    public static HttpCall delete(URI address) {
        return new HttpCall("DELETE", address, Map.of(), new byte[0], CallLimits.STANDARD);
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
        return new HttpCall("POST", address, Map.of(), body, CallLimits.STANDARD)
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    /**
     * Returns a call that posts JSON.
     *
     * @param address where
     * @param json the body
     * @return the call
     */
    public static HttpCall json(URI address, byte[] json) {
        return new HttpCall("POST", address, Map.of(), json.clone(), CallLimits.STANDARD)
                .header("Content-Type", "application/json; charset=utf-8");
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
     * @param value what it says
     * @return a copy
     */
    public HttpCall header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpCall(method, address, more, body, limits);
    }

    /**
     * Returns this call within other limits.
     *
     * @param other time and size
     * @return a copy
     */
    public HttpCall within(CallLimits other) {
        return new HttpCall(method, address, headers, body, other);
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
        return Map.copyOf(headers);
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
        return method + " " + address.getHost() + Redaction.path(String.valueOf(address.getPath()));
    }
}
