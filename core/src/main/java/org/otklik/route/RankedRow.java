package org.otklik.route;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.otklik.place.Gazetteer;

/**
 * A row with what does not change from matter to matter: the bodies it names, and how specific it is apart from the
 * place; immutable.
 */
final class RankedRow {

    /** The most specific first, by all that does not hang on the matter's place. */
    static final Comparator<RankedRow> MOST_SPECIFIC_FIRST = Comparator.comparingInt(RankedRow::rank)
            .thenComparing(ranked -> !ranked.row.kinds().isEmpty())
            .thenComparing(ranked -> ranked.row.validity().from().orElse(LocalDate.MIN))
            .reversed()
            .thenComparing(ranked -> ranked.row.id());

    private final RoutingRow row;
    private final int rank;
    private final NamedBody lead;
    private final List<NamedBody> coExecutors;
    private final List<NamedBody> next;

    RankedRow(RoutingRow row, int depth, Gazetteer gazetteer) {
        this.row = row;
        rank = 2 * depth + (row.scales().isEmpty() ? 0 : 1);
        lead = new NamedBody(row.lead(), gazetteer);
        coExecutors = named(row.coExecutors(), gazetteer);
        next = named(row.next(), gazetteer);
    }

    private static List<NamedBody> named(List<BodyPattern> patterns, Gazetteer gazetteer) {
        return patterns.stream()
                .map(pattern -> new NamedBody(pattern, gazetteer))
                .toList();
    }

    /** By the depth of its topic, then by whether it names scales. */
    int rank() {
        return rank;
    }

    RoutingRow row() {
        return row;
    }

    NamedBody lead() {
        return lead;
    }

    List<NamedBody> coExecutors() {
        return coExecutors;
    }

    List<NamedBody> next() {
        return next;
    }

    /** Tells whether this row goes before another that stood before it; what is alike keeps its order. */
    boolean precedes(RankedRow other, Whereabouts where) {
        if (rank != other.rank) {
            return rank > other.rank;
        }
        return where.closeness(row.places()) > where.closeness(other.row.places());
    }
}
