package org.otklik;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.classify.MessageKind;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.post.PostRevision;
import org.otklik.spi.storage.SignalState;

/** The posts that a person must decide, and the decisions of persons on posts; thread-safe. */
public interface Review {

    /**
     * A post with what the desk made of it; immutable.
     *
     * @param post the post, its author only for those who may see him
     * @param state where it stands
     * @param reason code of why it stands there
     * @param incident the incident it belongs to
     * @param understanding what the desk would make of it now; empty when its text is gone
     */
    record Item(
            Post post,
            SignalState state,
            String reason,
            Optional<IncidentId> incident,
            Optional<Understanding> understanding) {}

    /**
     * Lists posts in a state.
     *
     * @param actor who asks
     * @param state NEEDS_REVIEW for the queue; REJECTED and QUARANTINED for what was set aside,
     *     HANDED_OVER for what others must act on
     * @param after the last post of the page before; empty for the first page
     * @param limit how many at the most
     * @return oldest first, or refused
     */
    Result<List<Item>> list(Actor actor, SignalState state, Optional<PostId> after, int limit);

    /**
     * Returns one post.
     *
     * @param actor who asks
     * @param post which
     * @return the post, or refused
     */
    Result<Item> view(Actor actor, PostId post);

    /**
     * Lists the revisions of a post.
     *
     * @param actor who asks
     * @param post which
     * @return in order of time, or refused
     */
    Result<List<PostRevision>> revisions(Actor actor, PostId post);

    /**
     * Opens an incident from a post.
     *
     * @param actor who decides
     * @param post which post
     * @param kind what it is
     * @param topic what it is about, if he knows
     * @param place where it is, if he knows; otherwise as the desk finds it
     * @return the incident, or refused
     */
    Result<Incident> promote(
            Actor actor, PostId post, MessageKind kind, Optional<TopicId> topic, Optional<PlaceId> place);

    /**
     * Attaches a post to an incident.
     *
     * @param actor who decides
     * @param post which post
     * @param incident which incident
     * @return the incident, or refused
     */
    Result<Incident> attach(Actor actor, PostId post, IncidentId incident);

    /**
     * Decides that a post is no incident.
     *
     * @param actor who decides
     * @param post which post
     * @param reason code of the reason
     * @return the post, or refused
     */
    Result<Item> dismiss(Actor actor, PostId post, String reason);

    /**
     * Brings a dismissed or quarantined post, or one that was handed over, back to the queue.
     *
     * @param actor who decides
     * @param post which post
     * @return the post, or refused
     */
    Result<Item> restore(Actor actor, PostId post);

    /**
     * Lists open incidents that may be the same matter as an incident.
     *
     * @param actor who asks
     * @param incident which incident
     * @return suggestions with reasons, best first, or refused
     */
    Result<List<MergeSuggestion>> mergeSuggestions(Actor actor, IncidentId incident);

    /**
     * An incident that may be the same matter; immutable.
     *
     * @param incident which
     * @param score 0 to 1
     * @param reasons codes of what they have in common
     */
    record MergeSuggestion(IncidentId incident, double score, List<String> reasons) {}

    /**
     * Lists incidents that were answered within the last year on the same topic in the same place: what was said then,
     * and what was promised. Their number tells how often the trouble came back.
     *
     * @param actor who asks; incidents that he may not see are left out
     * @param incident the incident that may repeat them
     * @return at most fifty, those with the most in common first and of these the newest, or refused; none where topic or
     *     municipality are unknown
     */
    Result<List<EarlierIncident>> earlier(Actor actor, IncidentId incident);

    /**
     * An incident that was answered before; immutable.
     *
     * @param incident which
     * @param number its number for people
     * @param state where it stands
     * @param answeredAt when it was answered finally
     * @param answered the post under which the last reply stands, if it was published by the desk
     * @param answer what was said last, in words or by a link; empty if nothing was said or it is erased
     * @param promisedUntil the date that was promised
     * @param reasons codes of what both have in common: {@code SAME_TOPIC}, {@code SAME_MUNICIPALITY}, {@code SAME_PLACE},
     *     {@code SAME_STREET}, {@code SAME_AUTHOR}
     */
    record EarlierIncident(
            IncidentId incident,
            String number,
            IncidentState state,
            Optional<Instant> answeredAt,
            Optional<PostId> answered,
            Optional<String> answer,
            Optional<Instant> promisedUntil,
            List<String> reasons) {

        /** Copies the reasons. */
        public EarlierIncident {
            reasons = List.copyOf(reasons);
        }

        /**
         * Tells whether a promise was made whose day has passed.
         *
         * @param now the time of asking
         * @return false if nothing was promised
         */
        public boolean promiseHasPassed(Instant now) {
            return promisedUntil.filter(now::isAfter).isPresent();
        }
    }
}
