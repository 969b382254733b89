package org.otklik.spi.storage;

/**
 * The end of a stream: how many events it has and the hash of the last; immutable.
 *
 * @param version 0 for an empty stream
 * @param hash hash of the last event; empty string for an empty stream
 */
public record StreamHead(long version, String hash) {

    /** An empty stream. */
    public static final StreamHead EMPTY = new StreamHead(0, "");
}
