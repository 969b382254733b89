package org.otklik.testkit;

import java.util.Collections;
import java.util.Optional;
import org.otklik.id.TopicId;
import org.otklik.incident.IncidentQuery.Filter;
import org.otklik.incident.IncidentSummary;
import org.otklik.spi.storage.IncidentRow;

/** Tells whether an incident passes a filter. */
final class IncidentMatch {

    private IncidentMatch() {}

    static boolean matches(Filter filter, IncidentRow row) {
        IncidentSummary line = row.summary();
        return (filter.states().isEmpty() || filter.states().contains(line.state()))
                && filter.topic().map(topic -> isWithin(line.topic(), topic)).orElse(true)
                && filter.kind().map(kind -> kind == line.kind()).orElse(true)
                && accepts(filter.lead(), line.lead())
                && accepts(filter.municipality(), line.municipality())
                && filter.network().map(row.network()::equals).orElse(true)
                && matchesPeriod(filter, line)
                && (!filter.unroutable() || row.unroutable())
                && filter.scope()
                        .map(scope -> !Collections.disjoint(scope, row.bodies()))
                        .orElse(true);
    }

    private static <T> boolean accepts(Optional<T> wanted, Optional<T> value) {
        return wanted.isEmpty() || wanted.equals(value);
    }

    private static boolean isWithin(Optional<TopicId> topic, TopicId wanted) {
        String value = topic.map(TopicId::value).orElse("");
        return value.equals(wanted.value()) || value.startsWith(wanted.value() + ".");
    }

    private static boolean matchesPeriod(Filter filter, IncidentSummary line) {
        return filter.registeredFrom()
                        .map(from -> !line.registeredAt().isBefore(from))
                        .orElse(true)
                && filter.registeredBefore()
                        .map(before -> line.registeredAt().isBefore(before))
                        .orElse(true);
    }
}
