package org.otklik.report;

import java.time.Instant;
import java.util.Optional;
import org.otklik.incident.Cycle;
import org.otklik.incident.Incident;
import org.otklik.incident.Life;

/** Gathers answers in time; for one thread. */
final class ComplianceTally {

    private final RoundJudge judge;
    private final RoundsTally present = new RoundsTally();
    private final RoundsTally past = new RoundsTally();
    private final DurationTally timeToAnswer = new DurationTally();
    private final DurationTally detectionLag = new DurationTally();

    ComplianceTally(RoundJudge judge) {
        this.judge = judge;
    }

    RoundVerdict add(Incident incident) {
        Life life = incident.life();
        if (incident.importedFrom().isEmpty()) {
            detectionLag.add(life.publishedAt(), life.capturedAt());
        }
        incident.pastCycles().forEach(cycle -> addPast(incident, cycle));
        RoundVerdict verdict = judge.present(incident);
        present.add(verdict);
        measure(verdict, life.registeredAt(), life.answeredAt());
        return verdict;
    }

    private void addPast(Incident incident, Cycle cycle) {
        RoundVerdict verdict = judge.past(incident, cycle);
        past.add(verdict);
        measure(verdict, cycle.startedAt(), cycle.answeredAt());
    }

    private void measure(RoundVerdict verdict, Instant from, Optional<Instant> answeredAt) {
        if (verdict == RoundVerdict.IN_TIME || verdict == RoundVerdict.LATE) {
            answeredAt.ifPresent(at -> timeToAnswer.add(from, at));
        }
    }

    Compliance compliance() {
        return new Compliance(present.rounds(), past.rounds(), timeToAnswer.spread(), detectionLag.spread());
    }
}
