package org.otklik;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether people hear what they should; immutable.
 *
 * @param waiting notices that are still to be told
 * @param held notices that the notifier refused too often; {@link Health#tellAgain} lets them be told again
 * @param oldest when the oldest waiting notice happened; empty if none waits
 */
public record NoticeHealth(long waiting, long held, Optional<Instant> oldest) {}
