package org.otklik.tck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.otklik.spi.WebhookRequest;

/** What strangers make of the requests of a network. */
final class Requests {

    private static final Pattern NAME = Pattern.compile("[{,]\\s*\"([^\"\\\\]+)\"\\s*:");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final int MEGABYTE = 1 << 20;

    private Requests() {}

    static WebhookRequest withBody(WebhookRequest request, byte[] body) {
        return WebhookRequest.of(request.method(), request.query(), request.headers(), body, request.remoteAddress());
    }

    /** A request whose header has these values and no others. */
    static WebhookRequest withHeader(WebhookRequest request, String name, String... values) {
        Map<String, List<String>> headers = new HashMap<>(request.headers());
        headers.put(name.toLowerCase(Locale.ROOT), List.of(values));
        return WebhookRequest.of(request.method(), request.query(), headers, request.body(), request.remoteAddress());
    }

    /** The same JSON with every letter that is not ASCII spelled the other way: {@code \\u0430} or {@code а}. */
    static byte[] respelled(byte[] body) {
        String json = new String(body, StandardCharsets.UTF_8);
        String spelled = json.chars().anyMatch(c -> c > 127) ? escaped(json) : unescaped(json);
        return spelled.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String json) {
        StringBuilder text = new StringBuilder();
        json.chars()
                .forEach(c ->
                        text.append(c > 127 ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c)));
        return text.toString();
    }

    private static String unescaped(String json) {
        return ESCAPE.matcher(json)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** Adds a field at the end of a JSON object. */
    static byte[] withField(byte[] object, String name, String value) {
        String json = new String(object, StandardCharsets.UTF_8);
        int end = json.lastIndexOf('}');
        String added = json.substring(0, end) + ",\"" + name + "\":" + value + json.substring(end);
        return added.getBytes(StandardCharsets.UTF_8);
    }

    /** Names the fields of a JSON object, not those of objects within. */
    static List<String> names(byte[] object) {
        String json = new String(object, StandardCharsets.UTF_8);
        List<String> names = new ArrayList<>();
        Matcher found = NAME.matcher(json);
        while (found.find()) {
            if (depth(json, found.start(1)) == 1) {
                names.add(found.group(1));
            }
        }
        return names;
    }

    private static int depth(String json, int at) {
        String before = json.substring(0, at).replaceAll("\"(\\\\.|[^\"\\\\])*\"", "");
        return (int) (before.chars().filter(c -> c == '{').count()
                - before.chars().filter(c -> c == '}').count());
    }

    /** A body with a hundred megabytes of spaces behind it, as small as they get. */
    static byte[] gzipBomb(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
            byte[] spaces = " ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
            for (int megabytes = 0; megabytes < 100; megabytes++) {
                gzip.write(spaces);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
