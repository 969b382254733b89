package org.otklik.spi;

import java.util.Optional;

/** A few small values that an account keeps in the desk's storage; thread-safe, shared by all nodes. */
public interface AdapterState {

    /**
     * Reads a value.
     *
     * @param key 1 to 100 characters
     * @return the value, or empty if there is none
     */
    Optional<String> read(String key);

    /**
     * Writes a value if nobody else did since it was read.
     *
     * @param key 1 to 100 characters
     * @param expected what was read; empty if there was none
     * @param value at most 8 KiB; never a secret
     * @return true if it was written; false if another node was faster
     */
    boolean compareAndSet(String key, Optional<String> expected, String value);
}
