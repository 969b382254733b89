package org.otklik.internal.decide;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.Role;
import org.otklik.classify.Classification;
import org.otklik.classify.Severity;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.incident.Assessment;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.incident.Routes;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.Session;
import org.otklik.place.Location;
import org.otklik.place.Place;
import org.otklik.route.Route;
import org.otklik.spi.storage.PostRow;

/** Opens incidents: number, first events, clocks, route. */
public final class Registrations {

    private final DeskParts parts;

    /** Creates the register. */
    public Registrations(DeskParts parts) {
        this.parts = parts;
    }

    /** Puts together what an incident is about. */
    public Assessment assessment(Classification.Candidate candidate, Location location) {
        Optional<PlaceId> place = Understander.place(location);
        return new Assessment(
                candidate.kind(),
                candidate.topic(),
                candidate.tone(),
                candidate.severity(),
                location.scale(),
                place,
                place.flatMap(parts.region().gazetteer()::municipalityOf).map(Place::id),
                candidate.evidence(),
                candidate.confidence(),
                candidate.rulesVersion() + "@" + parts.region().version());
    }

    /** Opens an incident for a post. The attachments write it with everything else of the transaction. */
    public IncidentId register(
            Session session, Attachments attachments, PostRow post, Assessment assessment, Optional<Route> route) {
        IncidentId id = IncidentId.of(parts.ids().next());
        OpenIncident open = OpenIncident.register(
                session,
                new IncidentEvent.Registered(
                        id,
                        number(session),
                        post.id(),
                        assessment,
                        post.facts().publishedAt(),
                        post.facts().capturedAt(),
                        session.now()));
        open.record(open.clocks().begin(open.incident(), session.now()));
        route.ifPresent(found -> apply(open, found));
        attachments.add(open);
        if (assessment.severity() == Severity.CRITICAL) {
            session.tell(
                    "CRITICAL_INCIDENT",
                    id.value(),
                    "",
                    Set.of(Role.COORDINATOR, Role.HEAD),
                    open.incident().lead());
        }
        return id;
    }

    private void apply(OpenIncident open, Route route) {
        if (route instanceof Route.Routed found
                && found.confidence() >= parts.limits().routeConfidence()) {
            Routes.route(open, found);
        } else if (route instanceof Route.Unroutable none) {
            open.record(new IncidentEvent.RouteFailed(none.reason().name()));
        } else {
            open.record(new IncidentEvent.RouteFailed("LOW_CONFIDENCE"));
        }
    }

    private String number(Session session) {
        int year = LocalDate.ofInstant(session.now(), parts.region().zone()).getYear();
        long number = session.stores().incidents().nextNumber("incident-" + year);
        return String.format(Locale.ROOT, "%s-%d-%06d", parts.region().numberPrefix(), year, number);
    }
}
