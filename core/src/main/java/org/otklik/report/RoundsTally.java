package org.otklik.report;

import java.util.EnumMap;
import java.util.Map;

/** Counts rounds by verdict; for one thread. */
final class RoundsTally {

    private final Map<RoundVerdict, Long> counts = new EnumMap<>(RoundVerdict.class);

    void add(RoundVerdict verdict) {
        counts.merge(verdict, 1L, Long::sum);
    }

    Rounds rounds() {
        return new Rounds(counts);
    }
}
