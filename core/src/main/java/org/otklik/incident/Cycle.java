package org.otklik.incident;

import java.time.Instant;
import java.util.Optional;
import org.otklik.id.BodyId;
import org.otklik.sla.SlaClocks;

/**
 * A round of work that came to its end before the incident was reopened; frozen for statistics; immutable.
 *
 * @param number 1 for the first
 * @param startedAt when it began
 * @param answeredAt when its answer was given, if it was
 * @param lead the body that answered for it at the end
 * @param clocks its clocks as they stood at the end
 */
public record Cycle(
        int number, Instant startedAt, Optional<Instant> answeredAt, Optional<BodyId> lead, SlaClocks clocks) {}
