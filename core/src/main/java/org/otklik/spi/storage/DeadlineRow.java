package org.otklik.spi.storage;

import java.time.Instant;

/**
 * Something that becomes due; immutable.
 *
 * @param owner the incident or instruction it belongs to
 * @param key what becomes due, such as {@code FINAL:breach}; unique within its owner
 * @param at when
 */
public record DeadlineRow(StreamId owner, String key, Instant at) {}
