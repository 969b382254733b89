package org.otklik.sla;

import java.time.Instant;

/** The earlier and the later of two instants. */
final class Instants {

    private Instants() {}

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
