package org.otklik.examples.demo.people;

import java.time.Duration;
import java.time.Instant;
import org.otklik.incident.IncidentSummary;

/** How fast a body's officials work on an incident; a few are far too slow. */
final class Pace {

    private static final int ONE_STEP = 15;
    private static final int SLOW = 6;
    private static final int UNHURRIED = 12;

    private Pace() {}

    static Instant accepts(IncidentSummary incident) {
        return incident.registeredAt().plus(Chance.between(minutes(10), minutes(60), "accept", incident.number()));
    }

    static Instant answers(IncidentSummary incident) {
        return accepts(incident).plus(writing(incident.number()));
    }

    /** From the hour at which he answers he comes back to it every hour. */
    static boolean worksOn(IncidentSummary incident, Instant now) {
        Duration since = Duration.between(answers(incident), now);
        return !since.isNegative() && since.toMinutesPart() < ONE_STEP;
    }

    private static Duration writing(String number) {
        if (Chance.of(SLOW, "pace", number)) {
            return Chance.between(Duration.ofHours(25), Duration.ofHours(29), "writing", number);
        } else if (Chance.of(UNHURRIED, "pace", number)) {
            return Chance.between(Duration.ofHours(4), Duration.ofHours(9), "writing", number);
        }
        return Chance.between(minutes(30), minutes(180), "writing", number);
    }

    private static Duration minutes(int number) {
        return Duration.ofMinutes(number);
    }
}
