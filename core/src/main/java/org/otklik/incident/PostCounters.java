package org.otklik.incident;

import java.time.Instant;

/**
 * How many posts an incident has; they are rows of their own, the incident only counts them; immutable.
 *
 * @param total all posts, also answered, waived and deleted ones
 * @param awaiting posts that still need an answer
 * @param lastPublishedAt when the newest of them was published
 */
public record PostCounters(int total, int awaiting, Instant lastPublishedAt) {}
