package org.otklik.tck;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.id.IncidentId;
import org.otklik.id.TopicId;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentQuery.Filter;
import org.otklik.incident.IncidentQuery.PageKey;
import org.otklik.incident.IncidentQuery.Sort;
import org.otklik.incident.IncidentSummary;
import org.otklik.spi.storage.IncidentRow;

/** Answers queries by reading everything, written from the contract's words alone. */
final class NaiveIncidents {

    private NaiveIncidents() {}

    static List<IncidentId> answer(List<IncidentRow> rows, IncidentQuery query) {
        Comparator<PageKey> order = order(query.sort());
        return passing(rows, query.filter())
                .filter(row -> query.after()
                        .map(key -> order.compare(RandomIncidents.key(row, query.sort()), key) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(row -> RandomIncidents.key(row, query.sort()), order))
                .limit(query.limit())
                .map(row -> row.summary().id())
                .toList();
    }

    static long count(List<IncidentRow> rows, IncidentQuery query) {
        return passing(rows, query.filter()).count();
    }

    private static Comparator<PageKey> order(Sort sort) {
        Comparator<PageKey> ascending = Comparator.<PageKey, Instant>comparing(
                        key -> key.at().orElse(Instant.MAX))
                .thenComparing(PageKey::id);
        return sort == Sort.NEWEST ? ascending.reversed() : ascending;
    }

    private static Stream<IncidentRow> passing(List<IncidentRow> rows, Filter filter) {
        return rows.stream().filter(row -> passesSubject(row, filter)).filter(row -> passesCase(row, filter));
    }

    private static boolean passesSubject(IncidentRow row, Filter filter) {
        IncidentSummary line = row.summary();
        String topic = line.topic().map(TopicId::value).orElse("-") + ".";
        return (filter.topic().isEmpty()
                        || topic.startsWith(filter.topic().get().value() + "."))
                && passes(filter.kind(), Optional.of(line.kind()))
                && passes(filter.municipality(), line.municipality())
                && passes(filter.network(), Optional.of(row.network()));
    }

    private static boolean passesCase(IncidentRow row, Filter filter) {
        IncidentSummary line = row.summary();
        boolean inScope = filter.scope().isEmpty()
                || row.bodies().stream().anyMatch(filter.scope().get()::contains);
        boolean inPeriod = !line.registeredAt().isBefore(filter.registeredFrom().orElse(Instant.MIN))
                && line.registeredAt().isBefore(filter.registeredBefore().orElse(Instant.MAX));
        return inScope
                && inPeriod
                && (filter.states().isEmpty() || filter.states().contains(line.state()))
                && passes(filter.lead(), line.lead())
                && (row.unroutable() || !filter.unroutable());
    }

    private static <T> boolean passes(Optional<T> wanted, Optional<T> value) {
        return wanted.isEmpty() || wanted.equals(value);
    }
}
