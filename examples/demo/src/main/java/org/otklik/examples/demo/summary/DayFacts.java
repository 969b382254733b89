package org.otklik.examples.demo.summary;

import java.util.List;
import java.util.Optional;
import org.otklik.IncidentDesk;
import org.otklik.examples.demo.network.NetworkJournal;
import org.otklik.examples.demo.people.Lists;
import org.otklik.examples.demo.people.Staff;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.post.PostId;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;
import java.util.stream.Stream;

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
        return publications().anyMatch(one -> one.target().equals(post)
                && (one.state() == PublicationState.SENT || one.state() == PublicationState.VERIFIED));
    }

    Optional<Incident> refusedIn(PostId post) {
        return incidents.stream()
                .filter(incident -> incident.publications().stream()
                        .anyMatch(one -> one.target().equals(post) && one.state() == PublicationState.REFUSED))
                .findFirst();
    }
}
