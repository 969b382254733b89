package org.otklik.sla;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A time in which a clock counted nothing; immutable.
 *
 * @param from when the pause began
 * @param until when it ended, not before its beginning; empty while it lasts
 * @param reason the code of its reason
 */
public record ClockPause(Instant from, Optional<Instant> until, String reason) {

    /** Checks that the pause does not end before it begins. */
    public ClockPause {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(reason, "reason");
        if (until.isPresent() && until.get().isBefore(from)) {
            throw new IllegalArgumentException("A pause from " + from + " cannot end at " + until.get() + ".");
        }
    }

    ClockPause end(Instant at) {
        return new ClockPause(from, Optional.of(Instants.later(from, at)), reason);
    }
}
