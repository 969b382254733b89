package org.otklik.examples.demo.summary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.IncidentDesk;
import org.otklik.examples.demo.network.NetworkJournal;
import org.otklik.examples.demo.people.Lists;
import org.otklik.examples.demo.people.Staff;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.post.PostId;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;

/**
 * The incidents of the day as they stand, and what the networks show.
 *
 * @param incidents oldest first
 * @param journal what the networks show
 */
public record DayFacts(List<Incident> incidents, NetworkJournal journal) {

    /**
     * Reads the facts.
     *
     * @param desk where
     * @param journal what the networks show
     * @return the facts
     */
    public static DayFacts of(IncidentDesk desk, NetworkJournal journal) {
        IncidentQuery all = IncidentQuery.all().by(IncidentQuery.Sort.OLDEST);
        List<Incident> incidents = Lists.all(desk, Staff.COORDINATOR, all).stream()
                .map(line -> desk.incidents().get(Staff.COORDINATOR, line.id()))
                .toList();
        return new DayFacts(incidents, journal);
    }

    Stream<Publication> publications() {
        return incidents.stream().flatMap(incident -> incident.publications().stream());
    }

    boolean wasSent(PostId post) {
        return publications()
                .anyMatch(one -> one.target().equals(post)
                        && (one.state() == PublicationState.SENT || one.state() == PublicationState.VERIFIED));
    }

    Optional<Incident> refusedIn(PostId post) {
        return incidentWith(post, PublicationState.REFUSED);
    }

    /** Tells whether a vanished reply was noticed and another one, or an answer by hand, stands in its place. */
    boolean answeredAnew(PostId post) {
        return incidentWith(post, PublicationState.VANISHED)
                .filter(incident -> wasSent(post)
                        || (incident.life().tally().cycle() > 1
                                && incident.life().answeredAt().isPresent()))
                .isPresent();
    }

    private Optional<Incident> incidentWith(PostId post, PublicationState state) {
        return incidents.stream()
                .filter(incident -> incident.publications().stream()
                        .anyMatch(one -> one.target().equals(post) && one.state() == state))
                .findFirst();
    }
}
