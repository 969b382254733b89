package org.otklik.adapters.watch;

import java.time.Duration;
import org.otklik.spi.SourceId;

/**
 * A source and how it is to be read; immutable.
 *
 * @param source what
 * @param every how long to wait between two readings; nought for always
 * @param calls how many calls of its account a reading needs about
 */
public record PlannedSource(SourceId source, Duration every, int calls) {}
