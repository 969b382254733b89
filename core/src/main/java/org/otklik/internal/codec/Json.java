package org.otklik.internal.codec;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import org.otklik.spi.storage.StorageException;

/**
 * The one JSON configuration of stored values: records by their components, ids as strings, instants as ISO-8601,
 * unknown fields ignored, so that an older program reads what a newer one added.
 */
public final class Json {

    private static final int LONGEST_STRING = 1_000_000;

    private final ObjectMapper mapper;

    /** Creates the configuration; thread-safe from then on, and costly enough to be shared. */
    public Json() {
        SimpleModule values = ValueTypes.module();
        values.addSerializer(org.otklik.sla.ClockEvent.class, new ClockEventJson.Writer(this));
        values.addDeserializer(org.otklik.sla.ClockEvent.class, new ClockEventJson.Reader(this));
        mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS, MapperFeature.AUTO_DETECT_GETTERS)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .addModule(values)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(64)
                        .maxStringLength(LONGEST_STRING)
                        .maxNumberLength(100)
                        .build());
    }

    /**
     * Writes a value.
     *
     * @param value a record of the domain
     * @return its JSON
     */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Cannot write " + value.getClass().getSimpleName() + " as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a value.
     *
     * @param json what {@link #write} wrote
     * @param type the record
     * @param <T> its type
     * @return the value
     * @throws StorageException if the JSON is no such value
     */
    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new StorageException(
                    "A stored " + type.getSimpleName() + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    JsonNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    <T> T value(JsonNode node, Class<T> type) {
        try {
            JavaType exact = mapper.constructType(type);
            return mapper.treeToValue(node, exact);
        } catch (JsonProcessingException e) {
            throw new StorageException(
                    "A stored " + type.getSimpleName() + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
