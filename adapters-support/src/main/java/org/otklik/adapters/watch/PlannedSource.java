package org.otklik.adapters.watch;

import java.time.Duration;
import java.util.Objects;
import org.otklik.spi.SourceId;

/**
 * A source and how it is to be read; immutable.
 *
 * @param source what
 * @param every how long to wait between two readings; nought for always
 * @param calls how many calls of its account a reading needs about; nought for none
 */
public record PlannedSource(SourceId source, Duration every, int calls) {

    /** Checks the parts. */
    public PlannedSource {
        Objects.requireNonNull(source, "source");
        if (every.isNegative() || calls < 0) {
            throw new IllegalArgumentException(
                    "The source " + source + " cannot be read every " + every + " with " + calls + " calls.");
        }
    }
}
