package org.otklik.route;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    private final Map<TopicId, List<RankedRow>> rowsOfTopic;
    private final List<RankedRow> rowsOfAnyTopic;
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
        this.gazetteer = Objects.requireNonNull(gazetteer, "gazetteer");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.packVersion = Objects.requireNonNull(packVersion, "packVersion");
        requireDistinctIds(this.rows);
        List<RankedRow> ranked = this.rows.stream()
                .map(row -> new RankedRow(row, depth(row, topics), gazetteer))
                .sorted(RankedRow.MOST_SPECIFIC_FIRST)
                .toList();
        rowsOfTopic = byTopic(ranked, topics);
        rowsOfAnyTopic = holdingForOneOf(Set.of(), ranked);
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
        List<RankedRow> holding = holding(request, topic.get(), where, day);
        return new RouteSearch(request, where, bodies, day, packVersion).through(holding);
    }

    private List<RankedRow> holding(RouteRequest request, TopicId topic, Whereabouts where, LocalDate day) {
        List<RankedRow> holding = new ArrayList<>();
        List<RankedRow> possible = rowsOfTopic.getOrDefault(topic, rowsOfAnyTopic);
        for (int i = 0; i < possible.size(); i++) {
            RankedRow row = possible.get(i);
            if (row.row().holds(request, where, day)) {
                insert(row, holding, where);
            }
        }
        return holding;
    }

    /** Rows come by what hangs on no place; the place moves few of them. */
    private static void insert(RankedRow row, List<RankedRow> sorted, Whereabouts where) {
        int at = sorted.size();
        while (at > 0 && row.precedes(sorted.get(at - 1), where)) {
            at--;
        }
        sorted.add(at, row);
    }

    private static Map<TopicId, List<RankedRow>> byTopic(List<RankedRow> ranked, TopicTree topics) {
        Set<TopicId> all = new LinkedHashSet<>();
        topics.all().forEach(topic -> all.add(topic.id()));
        ranked.forEach(row -> row.row().topic().ifPresent(all::add));
        Map<TopicId, List<RankedRow>> byTopic = new HashMap<>();
        for (TopicId topic : all) {
            Set<TopicId> line = lineOf(topic, topics);
            byTopic.put(topic, holdingForOneOf(line, ranked));
        }
        return Map.copyOf(byTopic);
    }

    private static List<RankedRow> holdingForOneOf(Set<TopicId> topics, List<RankedRow> ranked) {
        return ranked.stream()
                .filter(row -> row.row().topic().map(topics::contains).orElse(true))
                .toList();
    }

    private static Set<TopicId> lineOf(TopicId topic, TopicTree topics) {
        Set<TopicId> line = new LinkedHashSet<>();
        line.add(topic);
        topics.path(topic).forEach(above -> line.add(above.id()));
        return line;
    }

    private static int depth(RoutingRow row, TopicTree topics) {
        return row.topic().map(topic -> Math.max(1, topics.path(topic).size())).orElse(0);
    }

    private Unroutable unroutable(Reason reason) {
        return new Unroutable(reason, List.of(), Optional.empty(), packVersion);
    }
}
