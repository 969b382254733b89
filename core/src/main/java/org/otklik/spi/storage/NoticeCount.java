package org.otklik.spi.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * How many notices are kept; immutable.
 *
 * @param waiting those that will be told
 * @param held those that failed too often
 * @param oldest when the oldest waiting one happened; empty if none waits
 */
public record NoticeCount(long waiting, long held, Optional<Instant> oldest) {}
