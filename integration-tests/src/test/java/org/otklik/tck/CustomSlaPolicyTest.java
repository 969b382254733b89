package org.otklik.tck;

import java.time.Duration;
import java.util.Map;
import org.otklik.classify.Severity;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockTarget;
import org.otklik.sla.SlaPolicy;
import org.otklik.sla.SlaTerms;

/** A policy of one's own: a day for everything, an hour for what is critical. */
class CustomSlaPolicyTest extends SlaPolicyContract {

    @Override
    protected SlaPolicy policy() {
        return subject -> {
            Duration length = subject.severity() == Severity.CRITICAL ? Duration.ofHours(1) : Duration.ofDays(1);
            return SlaTerms.of("own-1", Map.of(ClockName.FINAL, ClockTarget.aroundTheClock(length, 75, "own-1")));
        };
    }
}
