package org.otklik.tck;

import static org.otklik.tck.Sample.incidentId;
import static org.otklik.tck.Sample.minute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentQuery.PageKey;
import org.otklik.incident.IncidentQuery.Sort;
import org.otklik.incident.IncidentState;
import org.otklik.incident.IncidentSummary;
import org.otklik.incident.PostCounters;
import org.otklik.post.NetworkId;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.StreamHead;

/** Incidents and queries drawn from few values, so that filters hit and orders have ties. */
final class RandomIncidents {

    private static final List<String> TOPICS =
            List.of("roads", "roads.potholes", "roads.snow", "roads-rural", "housing", "housing.heating", "health");
    private static final List<String> BODIES = List.of("adm-syzran", "adm-tolyatti", "min-health", "min-transport");
    private static final List<String> PLACES = List.of("syzran", "tolyatti", "volzhsky-district");
    private static final List<String> NETWORKS = List.of("vk", "ok", "telegram");
    private static final int MINUTES = 40;

    private RandomIncidents() {}

    static List<IncidentRow> rows(Random random, int count) {
        List<IncidentRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Ids run against the order of registration, so that ties and order cannot be mixed up.
            rows.add(row(random, count - i));
        }
        return rows;
    }

    private static IncidentRow row(Random random, int number) {
        Instant registered = minute(random.nextInt(MINUTES));
        Optional<Instant> deadline = maybe(random, 70).map(yes -> minute(1440 + random.nextInt(MINUTES)));
        IncidentSummary summary = new IncidentSummary(
                incidentId(number),
                "63-2026-" + number,
                any(random, List.of(IncidentState.values())),
                any(random, List.of(MessageKind.values())),
                maybe(random, 80).map(yes -> TopicId.of(any(random, TOPICS))),
                maybe(random, 80).map(yes -> BodyId.of(any(random, BODIES))),
                maybe(random, 80).map(yes -> PlaceId.of(any(random, PLACES))),
                Severity.NORMAL,
                registered,
                deadline);
        return new IncidentRow(
                summary,
                NetworkId.of(any(random, NETWORKS)),
                bodies(random),
                random.nextInt(5) == 0,
                registered,
                new PostCounters(1, 1, registered),
                new StreamHead(1, Sample.hash(number)),
                "{}");
    }

    private static Set<BodyId> bodies(Random random) {
        Set<BodyId> some = new HashSet<>();
        BODIES.stream().filter(body -> random.nextInt(3) == 0).map(BodyId::of).forEach(some::add);
        return some;
    }

    private static Optional<Boolean> maybe(Random random, int percent) {
        return random.nextInt(100) < percent ? Optional.of(true) : Optional.empty();
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    static IncidentQuery query(Random random, List<IncidentRow> rows) {
        IncidentQuery query = new IncidentQuery(
                filter(random), any(random, List.of(Sort.values())), 1 + random.nextInt(60), Optional.empty());
        return random.nextBoolean() ? query : query.after(key(any(random, rows), query.sort()));
    }

    private static IncidentQuery.Filter filter(Random random) {
        return new IncidentQuery.Filter(
                states(random),
                maybe(random, 25).map(yes -> TopicId.of(any(random, TOPICS))),
                maybe(random, 15).map(yes -> any(random, List.of(MessageKind.values()))),
                maybe(random, 15).map(yes -> BodyId.of(any(random, BODIES))),
                maybe(random, 15).map(yes -> PlaceId.of(any(random, PLACES))),
                maybe(random, 15).map(yes -> NetworkId.of(any(random, NETWORKS))),
                maybe(random, 25).map(yes -> minute(random.nextInt(MINUTES))),
                maybe(random, 25).map(yes -> minute(random.nextInt(MINUTES))),
                random.nextInt(10) == 0,
                maybe(random, 25).map(yes -> bodies(random)),
                Optional.empty());
    }

    private static Set<IncidentState> states(Random random) {
        Set<IncidentState> some = EnumSet.noneOf(IncidentState.class);
        if (random.nextBoolean()) {
            for (int i = 0; i < 4; i++) {
                some.add(any(random, List.of(IncidentState.values())));
            }
        }
        return some;
    }

    static PageKey key(IncidentRow row, Sort sort) {
        return new PageKey(
                row.sortValue(sort == Sort.DEADLINE), row.summary().id().value());
    }

    /** An incident of which almost nothing is known. */
    static IncidentRow bare(int number) {
        IncidentSummary summary = new IncidentSummary(
                incidentId(number),
                "63-2027-" + number,
                IncidentState.CLOSED,
                MessageKind.OTHER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Severity.CRITICAL,
                minute(number),
                Optional.empty());
        return new IncidentRow(
                summary,
                NetworkId.MANUAL,
                Set.of(),
                true,
                minute(number),
                new PostCounters(0, 0, minute(number)),
                new StreamHead(1, Sample.hash(1)),
                "{}");
    }

    /** Another row with the number and time of registration of the first, which never change. */
    static IncidentRow withIdentityOf(IncidentRow first, IncidentRow row) {
        IncidentSummary line = row.summary();
        IncidentSummary summary = new IncidentSummary(
                first.summary().id(),
                first.summary().number(),
                line.state(),
                line.kind(),
                line.topic(),
                line.lead(),
                line.municipality(),
                line.severity(),
                first.summary().registeredAt(),
                line.deadline());
        return new IncidentRow(
                summary,
                first.network(),
                row.bodies(),
                row.unroutable(),
                row.updatedAt(),
                row.counters(),
                row.stream(),
                row.snapshot());
    }

    static IncidentRow about(int number, String topic) {
        IncidentSummary line = Sample.incident(number).summary();
        return Sample.incident(
                new IncidentSummary(
                        line.id(),
                        line.number(),
                        line.state(),
                        line.kind(),
                        Optional.of(TopicId.of(topic)),
                        line.lead(),
                        line.municipality(),
                        line.severity(),
                        line.registeredAt(),
                        line.deadline()),
                1);
    }
}
