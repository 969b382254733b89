package org.otklik.spi.storage;

import java.time.Instant;

/**
 * An event as stored; immutable.
 *
 * @param stream which stream
 * @param version place in the stream, 1 for the first
 * @param type name of the event's type and its schema version, such as {@code routed/1}
 * @param at when it happened
 * @param actor code of who did it
 * @param payload JSON of ids, codes and times; no free text
 * @param hash SHA-256 over the hash before and all of the above, 64 hexadecimal digits
 */
public record EventRow(
        StreamId stream, long version, String type, Instant at, String actor, String payload, String hash) {}
