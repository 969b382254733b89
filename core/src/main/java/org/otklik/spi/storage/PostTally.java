package org.otklik.spi.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * The posts of an incident, counted; immutable.
 *
 * @param total all
 * @param awaiting those that still need an answer
 * @param lastPublishedAt newest publication; empty without posts
 */
public record PostTally(int total, int awaiting, Optional<Instant> lastPublishedAt) {}
