package org.otklik.spi.storage;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Keeps leases, and small values by scope and key: cursors, adapters' state, publishing switches. */
public interface StateStore {

    /**
     * Takes or prolongs a lease.
     *
     * @param name what is leased, such as {@code poll:vk:official}
     * @param owner who takes it
     * @param length how long from now, by the clock of leases
     * @return true if the owner holds it now; false if another does
     */
    boolean lease(String name, String owner, Duration length);

    /**
     * Gives a lease back; does nothing if the owner does not hold it.
     *
     * @param name what was leased
     * @param owner who held it
     */
    void release(String name, String owner);

    /**
     * Reads a value.
     *
     * @param scope such as {@code cursor}
     * @param key at most 400 characters
     * @return the value, if there is one
     */
    Optional<String> read(String scope, String key);

    /**
     * Reads all values of a scope.
     *
     * @param scope such as {@code publishing}
     * @return by key
     */
    Map<String, String> readAll(String scope);

    /**
     * Writes a value.
     *
     * @param scope such as {@code cursor}
     * @param key at most 400 characters
     * @param value at most 8 KiB
     */
    void write(String scope, String key, String value);

    /**
     * Writes a value if it is still what was read.
     *
     * @param scope such as {@code adapter}
     * @param key at most 400 characters
     * @param expected what was read; empty if there was none
     * @param value at most 8 KiB
     * @return true if it was written
     */
    boolean compareAndSet(String scope, String key, Optional<String> expected, String value);
}
