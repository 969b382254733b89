package org.otklik.examples.demo.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.IncidentDesk;
import org.otklik.access.Actor;
import org.otklik.incident.IncidentPage;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentSummary;

/** Reads a list of incidents to its end, page by page. */
public final class Lists {

    private Lists() {}

    /**
     * Returns all incidents that answer a query.
     *
     * @param desk where
     * @param actor who asks
     * @param query which
     * @return in the query's order
     */
    public static List<IncidentSummary> all(IncidentDesk desk, Actor actor, IncidentQuery query) {
        List<IncidentSummary> lines = new ArrayList<>();
        Optional<IncidentQuery> next = Optional.of(query.limit(IncidentQuery.LARGEST_PAGE));
        while (next.isPresent()) {
            IncidentQuery asked = next.get();
            IncidentPage page = desk.incidents().find(actor, asked);
            lines.addAll(page.lines());
            next = page.next().map(asked::after);
        }
        return lines;
    }
}
