package org.otklik.internal.incident;

import java.time.Duration;
import java.time.Instant;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.unit.Clocks;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockTarget;

/** Dates that were promised to the citizen in public. */
public final class Promises {

    private static final int WARNING_PERCENT = 75;

    private Promises() {}

    /** Sets an incident aside until a promised date, which gets a clock of its own. */
    public static void promise(OpenIncident open, Instant until, String reason, String policyVersion) {
        Instant now = open.session().now();
        open.record(Clocks.stop(open.incident(), now, ClockName.PROMISE));
        open.record(new IncidentEvent.Postponed(until, reason));
        Duration length = Duration.between(now, until);
        if (!length.isNegative() && !length.isZero()) {
            open.record(new IncidentEvent.ClockChanged(new ClockEvent.Started(
                    ClockName.PROMISE, now, ClockTarget.aroundTheClock(length, WARNING_PERCENT, policyVersion))));
        }
    }
}
