package org.otklik.examples.demo.people;

import java.time.Instant;
import java.time.ZoneId;

/** The hours in which a person works. */
record Hours(ZoneId zone, int from, int to) {

    boolean include(Instant now) {
        int hour = now.atZone(zone).getHour();
        return hour >= from && hour < to;
    }
}
