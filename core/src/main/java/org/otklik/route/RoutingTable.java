package org.otklik.route;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.otklik.classify.TopicTree;
import org.otklik.id.TopicId;
import org.otklik.place.Gazetteer;
import org.otklik.route.Route.Unroutable;
import org.otklik.route.Route.Unroutable.Reason;

/**
 * The default router: rows of topic × place × scale × days; immutable and thread-safe.
 *
 * <p>Of the rows that hold, the most specific wins: first by topic (the deeper in the tree the better), then a row that
 * names scales, then by place (the smaller the better), then one that names kinds, then one with a first day, and
 * at last by id. A body that declined, does not exist on the day or is not competent for the place is passed over. A
 * row that needs a municipality which is not known stops the search: to guess would send the matter astray. So does
 * a body outside the desk. A matter whose text names the region itself as its place is a regional one.
 */
public final class RoutingTable implements Router {

    private final List<RoutingRow> rows;
    private final BodyDirectory bodies;
    private final TopicTree topics;
    private final Gazetteer gazetteer;
    private final ZoneId zone;
    private final String packVersion;

    private RoutingTable(
            Collection<RoutingRow> rows,
            BodyDirectory bodies,
            TopicTree topics,
            Gazetteer gazetteer,
            ZoneId zone,
            String packVersion) {
        this.rows = List.copyOf(rows);
        this.bodies = Objects.requireNonNull(bodies, "bodies");
        this.topics = Objects.requireNonNull(topics, "topics");
        this.gazetteer = Objects.requireNonNull(gazetteer, "gazetteer");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.packVersion = Objects.requireNonNull(packVersion, "packVersion");
        requireDistinctIds(this.rows);
    }

    private static void requireDistinctIds(List<RoutingRow> rows) {
        Set<String> seen = new HashSet<>();
        List<String> twice =
                rows.stream().map(RoutingRow::id).filter(id -> !seen.add(id)).toList();
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException("Routing rows share an id: " + String.join(", ", twice) + ".");
        }
    }

    /**
     * Returns a router over these rows.
     *
     * @param rows any order; it does not matter
     * @param bodies the bodies that rows name
     * @param topics the tree that tells which topic stands below which
     * @param gazetteer the places that tell which place lies in which
     * @param zone the region's zone, in which days begin and end
     * @param packVersion version that every decision records
     * @return the router
     * @throws IllegalArgumentException if two rows share an id
     */
    public static RoutingTable of(
            Collection<RoutingRow> rows,
            BodyDirectory bodies,
            TopicTree topics,
            Gazetteer gazetteer,
            ZoneId zone,
            String packVersion) {
        return new RoutingTable(rows, bodies, topics, gazetteer, zone, packVersion);
    }

    /**
     * Lists the rows.
     *
     * @return in the pack's order
     */
    public List<RoutingRow> rows() {
        return rows;
    }

    @Override
    public Route route(RouteRequest request) {
        Optional<TopicId> topic = request.topic();
        if (topic.isEmpty()) {
            return unroutable(Reason.NO_TOPIC);
        }
        Whereabouts where = Whereabouts.of(request.location(), gazetteer);
        LocalDate day = LocalDate.ofInstant(request.at(), zone);
        List<RoutingRow> holding = holding(request, topic.get(), where, day);
        return new RouteSearch(request, where, bodies, day, packVersion).through(holding);
    }

    private List<RoutingRow> holding(RouteRequest request, TopicId topic, Whereabouts where, LocalDate day) {
        Set<TopicId> line = lineOf(topic);
        return rows.stream()
                .filter(row -> row.holds(request, line, where, day))
                .sorted(mostSpecificFirst(where))
                .toList();
    }

    private Set<TopicId> lineOf(TopicId topic) {
        Set<TopicId> line = new LinkedHashSet<>();
        line.add(topic);
        topics.path(topic).forEach(above -> line.add(above.id()));
        return line;
    }

    private Comparator<RoutingRow> mostSpecificFirst(Whereabouts where) {
        return Comparator.<RoutingRow>comparingInt(
                        row -> row.topic().map(this::depth).orElse(0))
                .thenComparing(row -> !row.scales().isEmpty())
                .thenComparingInt(row -> where.closeness(row.places()))
                .thenComparing(row -> !row.kinds().isEmpty())
                .thenComparing(row -> row.validity().from().orElse(LocalDate.MIN))
                .reversed()
                .thenComparing(RoutingRow::id);
    }

    private int depth(TopicId topic) {
        return Math.max(1, topics.path(topic).size());
    }

    private Unroutable unroutable(Reason reason) {
        return new Unroutable(reason, List.of(), Optional.empty(), packVersion);
    }
}
