package org.otklik.incident;

import java.util.List;
import java.util.Optional;
import org.otklik.classify.MessageKind;
import org.otklik.id.BodyId;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.PublicationId;
import org.otklik.id.TopicId;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.Publication;
import org.otklik.route.Route;
import org.otklik.sla.ClockName;
import org.otklik.sla.SlaClock;
import org.otklik.sla.SlaClocks;
import org.otklik.text.Evidence;

/**
 * The case that posts are about, as it stood at one version; immutable.
 *
 * <p>Sealed because storages rebuild it: {@link #register} makes it, {@link #after} is its only step.
 */
public sealed interface Incident permits DefaultIncident {

    /**
     * Returns a newly registered incident.
     *
     * @param event its first event
     * @return the incident at version 1
     */
    static Incident register(IncidentEvent.Registered event) {
        return DefaultIncident.of(event);
    }

    /**
     * Returns an incident that an earlier system had closed.
     *
     * @param event its first event
     * @return the incident at version 1, closed
     */
    static Incident takeOver(IncidentEvent.Imported event) {
        return DefaultIncident.of(event);
    }

    /**
     * Folds events into an incident.
     *
     * @param events all events from the first on
     * @return the incident after the last of them
     * @throws IllegalArgumentException if the first neither registers it nor takes it over
     */
    static Incident fold(List<IncidentEvent> events) {
        Incident incident = begin(events);
        for (IncidentEvent event : events.subList(1, events.size())) {
            incident = incident.after(event);
        }
        return incident;
    }

    private static Incident begin(List<IncidentEvent> events) {
        IncidentEvent first = events.isEmpty() ? null : events.get(0);
        if (first instanceof IncidentEvent.Registered registered) {
            return register(registered);
        }
        if (first instanceof IncidentEvent.Imported imported) {
            return takeOver(imported);
        }
        throw new IllegalArgumentException("The events of an incident must begin with its registration or its import.");
    }

    /**
     * Returns the incident after an event.
     *
     * @param event what happened
     * @return the next version
     */
    Incident after(IncidentEvent event);

    /**
     * Returns the incident with the counters of its posts, which are no part of the fold.
     *
     * @param counters as the storage counts them
     * @return the same version with these counters
     */
    Incident with(PostCounters counters);

    /**
     * Tells its id.
     *
     * @return time-ordered id
     */
    IncidentId id();

    /**
     * Tells its human number.
     *
     * @return such as {@code 63-2026-000123}
     */
    String number();

    /**
     * Tells how many events made it.
     *
     * @return 1 for a new incident
     */
    long version();

    /**
     * Tells where it stands.
     *
     * @return the state
     */
    IncidentState state();

    /**
     * Tells what it is about and why.
     *
     * @return the assessment
     */
    Assessment assessment();

    /**
     * Tells its kind.
     *
     * @return complaint, question, …
     */
    default MessageKind kind() {
        return assessment().kind();
    }

    /**
     * Tells its topic.
     *
     * @return empty when nobody knows yet
     */
    default Optional<TopicId> topic() {
        return assessment().topic();
    }

    /**
     * Tells its municipality.
     *
     * @return empty when unknown, or when the whole region is concerned
     */
    default Optional<PlaceId> municipality() {
        return assessment().municipality();
    }

    /**
     * Lists rules and spans behind kind, topic and place.
     *
     * @return immutable
     */
    default List<Evidence> evidence() {
        return assessment().evidence();
    }

    /**
     * Tells the post it came from.
     *
     * @return the first post
     */
    PostId firstPost();

    /**
     * Counts its posts.
     *
     * @return the counters as of loading
     */
    PostCounters posts();

    /**
     * Tells how the present lead body was found.
     *
     * @return the route with its reason, or empty before routing
     */
    Optional<Route.Routed> route();

    /**
     * Tells why no body could be found.
     *
     * @return the reason, or empty when one was found or nobody tried
     */
    Optional<String> unroutable();

    /**
     * Lists the bodies with a part in it.
     *
     * @return lead first; immutable
     */
    List<Assignment> assignments();

    /**
     * Tells who answers for it.
     *
     * @return the lead body, if there is one now
     */
    default Optional<BodyId> lead() {
        return assignments().stream()
                .filter(part -> part.part() == Assignment.Part.LEAD)
                .map(Assignment::body)
                .findFirst();
    }

    /**
     * Lists the bodies that declined or lost it, in order.
     *
     * @return immutable
     */
    List<BodyId> declinedBy();

    /**
     * Tells which body should lead since the trouble was seen to reach further than when it was routed. It asks a
     * coordinator to redirect; nothing moves by itself.
     *
     * @return the body, until the incident is routed anew or a person corrects what it is about; empty if nothing asks
     */
    Optional<BodyId> suggestedLead();

    /**
     * Returns its clocks.
     *
     * @return all that were started in this cycle; immutable
     */
    SlaClocks clocks();

    /**
     * Returns one clock.
     *
     * @param name which
     * @return the clock, if it was ever started in this cycle
     */
    default Optional<SlaClock> clock(ClockName name) {
        return clocks().clock(name);
    }

    /**
     * Lists its drafts.
     *
     * @return oldest first; immutable
     */
    List<Draft> drafts();

    /**
     * Returns one draft.
     *
     * @param id which
     * @return the draft, if it belongs to this incident
     */
    default Optional<Draft> draft(DraftId id) {
        return drafts().stream().filter(draft -> draft.id().equals(id)).findFirst();
    }

    /**
     * Lists the sendings of its approved replies.
     *
     * @return oldest first; immutable
     */
    List<Publication> publications();

    /**
     * Returns one publication.
     *
     * @param id which
     * @return the publication, if it belongs to this incident
     */
    default Optional<Publication> publication(PublicationId id) {
        return publications().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /**
     * Lists answers that officials gave themselves.
     *
     * @return oldest first; immutable
     */
    List<OfficialAnswer> officialAnswers();

    /**
     * Tells when things happened, and how often.
     *
     * @return the life of the present cycle
     */
    Life life();

    /**
     * Tells whether an earlier system had it. Its first round ran no clock here.
     *
     * @return slug of that system; empty for an incident of this desk
     */
    Optional<String> importedFrom();

    /**
     * Lists earlier cycles, frozen.
     *
     * @return oldest first; immutable
     */
    List<Cycle> pastCycles();
}
