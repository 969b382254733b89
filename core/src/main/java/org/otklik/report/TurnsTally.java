package org.otklik.report;

import org.otklik.incident.Life;

/** Gathers redirects, reworks and reopenings; for one thread. */
final class TurnsTally {

    private Turns sum = new Turns(0, 0, 0, 0, 0, 0);

    void add(Life.Tally tally) {
        long reopenings = tally.cycle() - 1L;
        sum = new Turns(
                sum.redirects() + tally.redirects(),
                sum.redirectedIncidents() + oneIf(tally.redirects()),
                sum.reworks() + tally.reworks(),
                sum.reworkedIncidents() + oneIf(tally.reworks()),
                sum.reopenings() + reopenings,
                sum.reopenedIncidents() + oneIf(reopenings));
    }

    private static int oneIf(long times) {
        return times > 0 ? 1 : 0;
    }

    Turns turns() {
        return sum;
    }
}
