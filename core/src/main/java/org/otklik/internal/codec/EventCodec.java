package org.otklik.internal.codec;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.StorageException;

/**
 * Turns the events of one sealed family into type name and JSON, and back.
 *
 * @param <E> the family
 */
public final class EventCodec<E> {

    private static final String SCHEMA = "/1";

    private final Json json;
    private final String prefix;
    private final Map<String, Class<? extends E>> byName = new HashMap<>();

    /**
     * Creates a codec.
     *
     * @param json the configuration
     * @param family the sealed interface whose permitted records are the events
     * @param prefix kept before each name, so that names of different families differ
     */
    public EventCodec(Json json, Class<E> family, String prefix) {
        this.json = json;
        this.prefix = prefix;
        Arrays.stream(family.getPermittedSubclasses())
                .map(type -> type.<E>asSubclass(family))
                .forEach(type -> byName.put(name(type), type));
    }

    /**
     * Names the type of events of a class as it is stored.
     *
     * @param type an event's class
     * @return what stands in the rows of such events
     */
    public String type(Class<? extends E> type) {
        return name(type);
    }

    private String name(Class<?> type) {
        return prefix + TypeNames.of(type) + SCHEMA;
    }

    /**
     * Names the type of an event.
     *
     * @param event the event
     * @return name and schema version
     */
    public String type(E event) {
        return name(event.getClass());
    }

    /**
     * Writes an event.
     *
     * @param event the event
     * @return its JSON
     */
    public String write(E event) {
        return json.write(event);
    }

    /**
     * Reads an event.
     *
     * @param row as stored
     * @return the event
     * @throws StorageException if the type is unknown to this version
     */
    public E read(EventRow row) {
        Class<? extends E> type = byName.get(row.type());
        if (type == null) {
            throw new StorageException("The event " + row.stream() + " v" + row.version() + " has the type "
                    + row.type() + ", which this version of Otklik does not know; use a newer one.");
        }
        return json.read(row.payload(), type);
    }
}
