package org.otklik.adapters.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;

/** JSON as networks send it, with limits on depth, lengths and amount; immutable and thread-safe. */
public final class WireJson {

    private static final int DEPTH = 64;
    private static final int STRING = 200_000;
    private static final int NUMBER = 100;
    private static final int TOKENS = 200_000;
    private static final int LARGE = 400_000;

    private final ObjectMapper mapper;

    private WireJson(boolean strict) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(STRING)
                .maxNumberLength(NUMBER)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, false)
                .build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /**
     * Returns a reader of answers to our own calls.
     *
     * @return the reader
     */
    public static WireJson ofAnswers() {
        return new WireJson(false);
    }

    /**
     * Returns a reader of requests that anybody may send us: a name that stands twice is refused as well.
     *
     * @return the reader
     */
    public static WireJson ofRequests() {
        return new WireJson(true);
    }

    /**
     * Reads one JSON value.
     *
     * @param bytes UTF-8, already bounded in size by who received them
     * @return the value; whole numbers are exact
     * @throws UnreadableJson if the bytes are no JSON or exceed the limits: 64 levels, 200,000 characters a text, 100
     *     digits a number, 200,000 tokens in more than 400,000 bytes
     */
    public JsonNode read(byte[] bytes) {
        try {
            if (bytes.length > LARGE) {
                count(bytes);
            }
            JsonNode node = mapper.readTree(bytes);
            if (node == null || node.isMissingNode()) {
                throw new UnreadableJson("There is no JSON in " + bytes.length + " bytes.");
            }
            return node;
        } catch (JsonProcessingException e) {
            // Jackson's own words quote what it read.
            throw new UnreadableJson("There is no readable JSON in " + bytes.length + " bytes: "
                    + e.getClass().getSimpleName() + ".");
        } catch (IOException e) {
            throw new UnreadableJson("The bytes cannot be read: " + e.getClass().getSimpleName() + ".");
        }
    }

    /** A few bytes of JSON may need a hundred times as many on the heap: what is large is counted before it is built. */
    private void count(byte[] bytes) throws IOException {
        try (JsonParser parser = mapper.getFactory().createParser(bytes)) {
            int tokens = 0;
            while (parser.nextToken() != null) {
                if (++tokens > TOKENS) {
                    throw new UnreadableJson("There is more JSON in " + bytes.length + " bytes than anybody needs.");
                }
            }
        }
    }

    /**
     * Writes an object.
     *
     * @param fields names and values of the usual Java types
     * @return UTF-8
     * @throws IllegalArgumentException if a value is of another type
     */
    public byte[] write(Map<String, ?> fields) {
        try {
            return mapper.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            // Jackson's own words may quote what it writes.
            throw new IllegalArgumentException("The fields " + fields.keySet() + " cannot be written as JSON: "
                    + e.getClass().getSimpleName() + ".");
        }
    }
}
