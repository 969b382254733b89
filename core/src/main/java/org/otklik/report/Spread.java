package org.otklik.report;

import java.time.Duration;
import java.util.Optional;

/**
 * How long something took, wall time; immutable.
 *
 * <p>A percentile is the shortest time that at least that share did not exceed (nearest rank), after rounding down: to
 * the second below an hour, to the minute below a week, to the hour above.
 *
 * @param count how many were measured
 * @param median half took no longer; empty when nothing was measured
 * @param p90 nine of ten took no longer; empty when nothing was measured
 */
public record Spread(long count, Optional<Duration> median, Optional<Duration> p90) {}
