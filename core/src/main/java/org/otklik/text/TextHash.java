package org.otklik.text;

/**
 * A 128-bit hash of the folded words of a text; immutable.
 *
 * <p>Two texts have the same hash when they differ only in case, {@code ё}, punctuation, emoji, links, mentions and
 * markup. It is no keyed hash: keep it in memory, not in events.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record TextHash(long high, long low) {}
