package org.otklik.internal.incident;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.otklik.id.IncidentId;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.Session;
import org.otklik.spi.storage.StreamId;

/** Which incidents came into another by joins that still stand. */
final class Joins {

    private static final int LONGEST_HISTORY = 100_000;

    private final Session session;
    private final Set<IncidentId> found = new LinkedHashSet<>();

    private Joins(Session session) {
        this.session = session;
    }

    /** Finds those that came in directly and those that came in with them. */
    static Set<IncidentId> into(Session session, IncidentId incident) {
        Joins joins = new Joins(session);
        joins.collect(incident);
        return joins.found;
    }

    private void collect(IncidentId incident) {
        everAbsorbedBy(incident)
                .filter(other -> isStillIn(other, incident) && found.add(other))
                .forEach(this::collect);
    }

    private Stream<IncidentId> everAbsorbedBy(IncidentId incident) {
        return session.stores().events().read(StreamId.incident(incident), 1, LONGEST_HISTORY).stream()
                .map(session.parts().incidentEvents()::read)
                .filter(IncidentEvent.Absorbed.class::isInstance)
                .map(event -> ((IncidentEvent.Absorbed) event).absorbed());
    }

    private boolean isStillIn(IncidentId other, IncidentId incident) {
        return OpenIncident.find(session, other)
                .flatMap(open -> open.incident().life().mergedInto())
                .equals(Optional.of(incident));
    }
}
