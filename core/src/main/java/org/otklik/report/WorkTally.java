package org.otklik.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.id.BodyId;
import org.otklik.incident.Cycle;
import org.otklik.incident.Incident;

/** Gathers the work of bodies; for one thread. */
final class WorkTally {

    private static final Comparator<WorkRanking.Line> BEST_FIRST = Comparator.<WorkRanking.Line, Share>comparing(
                    line -> line.own().timely())
            .reversed();

    private final int minimumVolume;
    private final Map<BodyId, RoundsTally> own = new TreeMap<>();
    private final Map<BodyId, RoundsTally> redirectedIn = new TreeMap<>();

    WorkTally(int minimumVolume) {
        this.minimumVolume = minimumVolume;
    }

    void add(Incident incident, RoundVerdict verdict) {
        incident.lead().ifPresent(body -> {
            rounds(own, body);
            rounds(redirectedIn, body);
            rounds(cameFromAnother(incident) ? redirectedIn : own, body).add(verdict);
        });
    }

    /** A frozen round counts for the body that answered for it then. */
    void add(Cycle past, RoundVerdict verdict) {
        past.lead().ifPresent(body -> {
            rounds(redirectedIn, body);
            rounds(own, body).add(verdict);
        });
    }

    private static RoundsTally rounds(Map<BodyId, RoundsTally> tallies, BodyId body) {
        return tallies.computeIfAbsent(body, id -> new RoundsTally());
    }

    private static boolean cameFromAnother(Incident incident) {
        return incident.life().tally().redirects() > 0 || !incident.declinedBy().isEmpty();
    }

    WorkRanking ranking() {
        List<WorkRanking.Line> ranked = new ArrayList<>();
        List<WorkRanking.Line> notRanked = new ArrayList<>();
        for (BodyId body : own.keySet()) {
            WorkRanking.Line line = new WorkRanking.Line(
                    body, rounds(own, body).rounds(), rounds(redirectedIn, body).rounds(), 0);
            (line.own().counted() >= minimumVolume ? ranked : notRanked).add(line);
        }
        return new WorkRanking(minimumVolume, withRanks(ranked), notRanked);
    }

    private static List<WorkRanking.Line> withRanks(List<WorkRanking.Line> lines) {
        lines.sort(BEST_FIRST.thenComparing(WorkRanking.Line::body));
        List<Integer> ranks = Ranks.of(lines, BEST_FIRST);
        List<WorkRanking.Line> ranked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            WorkRanking.Line line = lines.get(i);
            ranked.add(new WorkRanking.Line(line.body(), line.own(), line.redirectedIn(), ranks.get(i)));
        }
        return ranked;
    }
}
