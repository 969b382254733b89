package org.otklik;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.classify.MessageKind;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.ExternalRef;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentPage;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.Outcome;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockRevision;
import org.otklik.spi.storage.EventRow;

/**
 * The work on incidents; thread-safe. A command that may not happen is refused with a reason and changes nothing.
 *
 * <p>Reasons given to commands are stable codes of 1 to 40 characters {@code A-Z0-9_}, because
 * they stay for ever.
 */
public interface Incidents {

    /**
     * Lists incidents that the actor may see.
     *
     * @param actor who asks
     * @param query which, in which order
     * @return a page; empty when he may see none
     */
    IncidentPage find(Actor actor, IncidentQuery query);

    /**
     * Counts incidents that the actor may see.
     *
     * @param actor who asks
     * @param query which
     * @return how many
     */
    long count(Actor actor, IncidentQuery query);

    /**
     * Returns an incident.
     *
     * @param actor who asks
     * @param id which
     * @return the incident, or refused
     */
    Result<Incident> view(Actor actor, IncidentId id);

    /**
     * Returns an incident to a caller that knows it is there.
     *
     * @param actor who asks
     * @param id which
     * @return the incident
     * @throws org.otklik.access.RefusedException if there is none or he may not see it
     */
    default Incident get(Actor actor, IncidentId id) {
        return view(actor, id).orThrow();
    }

    /**
     * Lists the posts of an incident, with authors only for those who may see them.
     *
     * @param actor who asks
     * @param id which incident
     * @param limit how many at the most
     * @return oldest first, or refused
     */
    Result<List<Post>> posts(Actor actor, IncidentId id, int limit);

    /**
     * Lists what happened to an incident.
     *
     * @param actor who asks
     * @param id which incident
     * @return oldest first, or refused
     */
    Result<List<EventRow>> history(Actor actor, IncidentId id);

    /**
     * Corrects kind, topic or place; the body stays until it is redirected.
     *
     * @param actor who corrects
     * @param id which incident
     * @param kind what it is
     * @param topic what it is about
     * @param place where it is
     * @return the incident, or refused
     */
    Result<Incident> reassess(
            Actor actor, IncidentId id, MessageKind kind, Optional<TopicId> topic, Optional<PlaceId> place);

    /**
     * Names the lead body of an incident that has none.
     *
     * @param actor who routes
     * @param id which incident
     * @param body which body
     * @return the incident, or refused
     */
    Result<Incident> route(Actor actor, IncidentId id, BodyId body);

    /**
     * Takes an incident into work for the actor's body.
     *
     * @param actor who accepts
     * @param id which incident
     * @return the incident, or refused
     */
    Result<Incident> accept(Actor actor, IncidentId id);

    /**
     * Says that the actor's body is not competent.
     *
     * @param actor who declines
     * @param id which incident
     * @param reason code of the reason
     * @param proposed the body he thinks competent
     * @return the incident, or refused
     */
    Result<Incident> decline(Actor actor, IncidentId id, String reason, Optional<BodyId> proposed);

    /**
     * Moves an incident to another body; the citizen's clock goes on.
     *
     * @param actor who redirects
     * @param id which incident
     * @param body the new lead body
     * @param reason code of the reason
     * @return the incident, or refused
     */
    Result<Incident> redirect(Actor actor, IncidentId id, BodyId body, String reason);

    /**
     * Adds a co-executor.
     *
     * @param actor who adds
     * @param id which incident
     * @param body which body
     * @return the incident, or refused
     */
    Result<Incident> addCoExecutor(Actor actor, IncidentId id, BodyId body);

    /**
     * Sets an incident aside until a date that was promised in public.
     *
     * @param actor who postpones
     * @param id which incident
     * @param until the date
     * @param reason code of the reason
     * @return the incident, or refused
     */
    Result<Incident> postpone(Actor actor, IncidentId id, Instant until, String reason);

    /**
     * Takes a postponed incident up again before its date.
     *
     * @param actor who resumes
     * @param id which incident
     * @return the incident, or refused
     */
    Result<Incident> resume(Actor actor, IncidentId id);

    /**
     * Says that posts of an incident need no answer.
     *
     * @param actor who waives
     * @param id which incident
     * @param posts which posts; empty for all that wait
     * @param reason code of the reason, such as {@code INSULT} or {@code COMMENTS_CLOSED}
     * @return the incident, or refused
     */
    Result<Incident> waive(Actor actor, IncidentId id, List<PostId> posts, String reason);

    /**
     * Closes an incident.
     *
     * @param actor who closes
     * @param id which incident
     * @param outcome with what
     * @param reason code of the reason; required when it was not answered
     * @return the incident, or refused
     */
    Result<Incident> close(Actor actor, IncidentId id, Outcome outcome, Optional<String> reason);

    /**
     * Opens an answered or closed incident again.
     *
     * @param actor who reopens
     * @param id which incident
     * @param reason code of the reason
     * @param toSameBody whether the same body goes on; otherwise it is routed anew
     * @return the incident, or refused
     */
    Result<Incident> reopen(Actor actor, IncidentId id, String reason, boolean toSameBody);

    /**
     * Decides that an incident is none.
     *
     * @param actor who rejects
     * @param id which incident
     * @param reason code of the reason
     * @return the incident, or refused
     */
    Result<Incident> reject(Actor actor, IncidentId id, String reason);

    /**
     * Takes a rejection back; the clocks start at the original registration.
     *
     * @param actor who restores
     * @param id which incident
     * @return the incident, or refused
     */
    Result<Incident> restore(Actor actor, IncidentId id);

    /**
     * Joins an incident into another, which takes its posts and the earlier deadline.
     *
     * @param actor who joins
     * @param id the incident that is joined away
     * @param survivor the incident that goes on
     * @return the survivor, or refused
     */
    Result<Incident> mergeInto(Actor actor, IncidentId id, IncidentId survivor);

    /**
     * Takes a joining back: posts and clocks are as they would have been.
     *
     * @param actor who takes it back
     * @param id the incident that was joined away
     * @return that incident, or refused
     */
    Result<Incident> unmerge(Actor actor, IncidentId id);

    /**
     * Pauses a body's clock; the citizen's clocks cannot be paused.
     *
     * @param actor who pauses
     * @param id which incident
     * @param clock which clock
     * @param reason code of the reason
     * @return the incident, or refused
     */
    Result<Incident> pauseClock(Actor actor, IncidentId id, ClockName clock, String reason);

    /**
     * Brings the running clocks under today's policy, or only shows what that would do. Until somebody asks for it, a
     * clock keeps the target under which it started, whatever policy came since. Starts stay; clocks that ended, earlier
     * rounds and promised dates are left alone.
     *
     * @param actor who decides
     * @param id which incident
     * @param reallyDoIt false to change nothing
     * @return what changed or would change, possibly nothing; or refused
     */
    Result<List<ClockRevision>> applyPolicy(Actor actor, IncidentId id, boolean reallyDoIt);

    /**
     * Lets a paused clock run again.
     *
     * @param actor who resumes
     * @param id which incident
     * @param clock which clock
     * @return the incident, or refused
     */
    Result<Incident> resumeClock(Actor actor, IncidentId id, ClockName clock);

    /**
     * Links a number in another system.
     *
     * @param actor who links
     * @param id which incident
     * @param reference system, number and link
     * @return the incident, or refused
     */
    Result<Incident> link(Actor actor, IncidentId id, ExternalRef reference);

    /**
     * Lists the numbers in other systems.
     *
     * @param actor who asks
     * @param id which incident
     * @return by system, or refused
     */
    Result<List<ExternalRef>> links(Actor actor, IncidentId id);
}
