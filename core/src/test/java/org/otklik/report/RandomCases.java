package org.otklik.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.otklik.classify.MessageKind;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;

/** Makes up incidents of all fates from a seed; for one thread. */
final class RandomCases {

    private static final List<MessageKind> KINDS = List.of(MessageKind.values());
    private static final List<String> NETWORKS = List.of("vk", "ok", "telegram");

    private final Random random;

    RandomCases(long seed) {
        random = new Random(seed);
    }

    Incident incident(int number) {
        Instant at = SampleRegion.FROM.plus(Duration.ofMinutes(random.nextInt(19 * 24 * 60)));
        SampleIncident incident = SampleIncident.of(
                number,
                at,
                KINDS.get(random.nextInt(KINDS.size())),
                one(SampleRegion.TOPICS, 6),
                one(SampleRegion.MUNICIPALITIES, 6),
                NETWORKS.get(random.nextInt(NETWORKS.size())));
        if (random.nextInt(10) > 0) {
            incident.clock();
        }
        route(incident);
        end(incident, at);
        return incident.now();
    }

    /** Sometimes a value that the pack does not know, sometimes none. */
    private String one(List<String> known, int sides) {
        int at = random.nextInt(sides);
        return at < known.size() ? known.get(at) : random.nextBoolean() ? "" : "unknown.thing";
    }

    private void route(SampleIncident incident) {
        if (random.nextInt(8) == 0) {
            incident.then(new IncidentEvent.RouteFailed("no-row"));
            return;
        }
        incident.ledBy(SampleRegion.BODIES.get(random.nextInt(SampleRegion.BODIES.size())));
        if (random.nextInt(5) == 0) {
            incident.redirectedTo(SampleRegion.BODIES.get(random.nextInt(SampleRegion.BODIES.size())));
        }
    }

    private void end(SampleIncident incident, Instant at) {
        switch (random.nextInt(8)) {
            case 0 -> incident.then(new IncidentEvent.Rejected("noise"));
            case 1 -> incident.then(new IncidentEvent.Merged(IncidentId.of("0".repeat(26))));
            case 2 -> incident.clock(new ClockEvent.Cancelled(ClockName.FINAL, at.plusSeconds(60), "none-needed"));
            case 3 -> incident.clock(new ClockEvent.Paused(ClockName.FINAL, at.plusSeconds(60), "author-asked"));
            case 4, 5 -> answer(incident);
            case 6 -> {
                answer(incident);
                incident.closedAfter(Duration.ofHours(48)).reopenedAfter(Duration.ofHours(50));
            }
            default -> incident.closedAfter(Duration.ofHours(1));
        }
    }

    private void answer(SampleIncident incident) {
        incident.answeredAfter(Duration.ofMinutes(1 + random.nextInt(47 * 60)));
    }
}
