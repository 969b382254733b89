package org.otklik.adapters.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;

/** JSON as networks send it, with limits on depth, lengths and numbers; immutable and thread-safe. */
public final class WireJson {

    private static final int DEPTH = 64;
    private static final int STRING = 200_000;
    private static final int NUMBER = 100;
    private static final int NAME = 256;

    private final ObjectMapper mapper;

    private WireJson(boolean strict) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(STRING)
                .maxNumberLength(NUMBER)
                .maxNameLength(NAME)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
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
     * @throws UnreadableJson if the bytes are no JSON or exceed the limits
     */
    public JsonNode read(byte[] bytes) {
        try {
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

    /**
     * Writes an object.
     *
     * @param fields names and values of the usual Java types
     * @return UTF-8
     */
    public byte[] write(Map<String, ?> fields) {
        try {
            return mapper.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("These fields cannot be written as JSON.", e);
        }
    }
}
