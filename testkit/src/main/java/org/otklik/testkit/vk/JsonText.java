package org.otklik.testkit.vk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;

/** Writes one JSON object by hand, since pages are put together from posts that were written before. */
final class JsonText {

    private static final ObjectMapper READER = new ObjectMapper();

    private final StringBuilder out;

    JsonText() {
        this(256);
    }

    JsonText(int size) {
        out = new StringBuilder(size).append('{');
    }

    private JsonText name(String name) {
        if (out.length() > 1) {
            out.append(',');
        }
        out.append('"').append(name).append("\":");
        return this;
    }

    JsonText put(String name, long value) {
        name(name).out.append(value);
        return this;
    }

    JsonText put(String name, boolean value) {
        name(name).out.append(value);
        return this;
    }

    JsonText put(String name, String value) {
        quote(value, name(name).out);
        return this;
    }

    JsonText raw(String name, String json) {
        name(name).out.append(json);
        return this;
    }

    JsonText array(String name, Collection<?> values) {
        name(name).out.append('[');
        boolean more = false;
        for (Object value : values) {
            if (more) {
                out.append(',');
            }
            out.append(value);
            more = true;
        }
        out.append(']');
        return this;
    }

    static JsonNode read(String json) {
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no JSON: " + json, e);
        }
    }

    static String quoted(String value) {
        StringBuilder text = new StringBuilder();
        quote(value, text);
        return text.toString();
    }

    private static void quote(String value, StringBuilder out) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, out);
        out.append('"');
    }

    String end() {
        return out.append('}').toString();
    }
}
