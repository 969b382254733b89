package org.otklik.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.id.BodyId;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.PublicationId;
import org.otklik.place.Scale;
import org.otklik.place.ScaleGrowth;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.reply.AnswerTime;
import org.otklik.reply.Approval;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.ReplyHash;
import org.otklik.reply.ReplyType;
import org.otklik.route.Route;
import org.otklik.sla.ClockEvent;

/**
 * What happened to an incident; immutable. The state of an incident is the fold of its events.
 *
 * <p>Events hold ids, codes, times and hashes only; free text, handles and payloads lie in erasable tables. Reasons are
 * stable codes.
 */
public sealed interface IncidentEvent {

    /**
     * The incident was registered.
     *
     * @param id its id
     * @param number its human number, such as {@code 63-2026-000123}
     * @param firstPost the post it came from
     * @param assessment what it is about
     * @param publishedAt when the post was published
     * @param capturedAt when the desk captured it
     * @param registeredAt when it became an incident
     */
    record Registered(
            IncidentId id,
            String number,
            PostId firstPost,
            Assessment assessment,
            Instant publishedAt,
            Instant capturedAt,
            Instant registeredAt)
            implements IncidentEvent {}

    /**
     * A case that another system had closed was taken over, as it ended there. No clock ran for it here.
     *
     * @param id its id
     * @param number its human number here, such as {@code 63-2024-A000123}
     * @param system slug of the earlier system; the number there lies in an erasable table
     * @param firstPost the post it came from
     * @param assessment what it was about
     * @param publishedAt when the post was published
     * @param registeredAt when the earlier system registered it
     * @param importedAt when it was taken over
     * @param lead the body that answered for it, if known
     * @param answeredAt when it was answered, if it was
     * @param closedAt when it was over
     * @param outcome with what, if known
     */
    record Imported(
            IncidentId id,
            String number,
            String system,
            PostId firstPost,
            Assessment assessment,
            Instant publishedAt,
            Instant registeredAt,
            Instant importedAt,
            Optional<BodyId> lead,
            Optional<Instant> answeredAt,
            Instant closedAt,
            Optional<Outcome> outcome)
            implements IncidentEvent {}

    /**
     * Kind, topic or place were corrected.
     *
     * @param assessment what it is about now
     */
    record Reassessed(Assessment assessment) implements IncidentEvent {}

    /**
     * Posts that joined show that the trouble reaches further. Nobody was routed by that: a person decides.
     *
     * @param from how far it seemed to reach
     * @param to how far it reaches
     * @param place the narrowest place that holds it now
     * @param municipality the municipality of that place; empty when it is the whole region
     * @param cause what made it rise
     * @param suggested the body that would be named for the wider scale; empty if it leads already or nobody is found
     */
    record ScaleRose(
            Scale from,
            Scale to,
            Optional<PlaceId> place,
            Optional<PlaceId> municipality,
            ScaleGrowth.Cause cause,
            Optional<BodyId> suggested)
            implements IncidentEvent {}

    /**
     * No body could be found; the incident waits in the queue of the unroutable.
     *
     * @param reason why
     */
    record RouteFailed(String reason) implements IncidentEvent {}

    /**
     * A body was named.
     *
     * @param route lead, co-executors and the reason
     */
    record Routed(Route.Routed route) implements IncidentEvent {}

    /**
     * Another body was named instead.
     *
     * @param route lead, co-executors and the reason
     * @param reason why it moved
     */
    record Redirected(Route.Routed route, String reason) implements IncidentEvent {}

    /**
     * A body took the incident into work.
     *
     * @param body which body
     */
    record Accepted(BodyId body) implements IncidentEvent {}

    /**
     * The lead body did not accept in time and lost the incident.
     *
     * @param body which body
     */
    record AcceptanceExpired(BodyId body) implements IncidentEvent {}

    /**
     * The lead body said that it is not competent.
     *
     * @param body which body
     * @param reason why
     * @param proposed the body it proposes
     */
    record Declined(BodyId body, String reason, Optional<BodyId> proposed) implements IncidentEvent {}

    /**
     * A co-executor was added.
     *
     * @param body which body
     */
    record CoExecutorAdded(BodyId body) implements IncidentEvent {}

    /**
     * A clock started, paused, went on, was given another target, warned, broke or stopped.
     *
     * @param change what happened to the clock
     */
    record ClockChanged(ClockEvent change) implements IncidentEvent {}

    /**
     * A draft was written.
     *
     * @param draft its id
     * @param type what the reply does
     * @param account who will speak
     * @param targets the posts to be answered
     * @param hash hash of text, account and targets
     * @param author code of the actor who wrote it
     * @param promisedUntil the date promised, for an interim reply
     */
    record Drafted(
            DraftId draft,
            ReplyType type,
            AccountId account,
            List<PostId> targets,
            ReplyHash hash,
            String author,
            Optional<Instant> promisedUntil)
            implements IncidentEvent {}

    /**
     * The text of a draft changed; an earlier submission is void.
     *
     * @param draft which draft
     * @param hash hash of the new text with account and targets
     * @param author code of the actor who wrote it
     */
    record DraftRevised(DraftId draft, ReplyHash hash, String author) implements IncidentEvent {}

    /**
     * A draft was handed in for approval.
     *
     * @param draft which draft
     */
    record DraftSubmitted(DraftId draft) implements IncidentEvent {}

    /**
     * A draft was returned for rework.
     *
     * @param draft which draft
     * @param criterion code of the criterion that it does not meet
     */
    record ReworkRequested(DraftId draft, String criterion) implements IncidentEvent {}

    /**
     * A draft will not be sent.
     *
     * @param draft which draft
     * @param reason why
     */
    record DraftVoided(DraftId draft, String reason) implements IncidentEvent {}

    /**
     * A draft was approved by another person.
     *
     * @param approval who approved which hash
     */
    record Approved(Approval approval) implements IncidentEvent {}

    /**
     * An approved reply was queued for one post.
     *
     * @param publication its id and idempotency key
     * @param draft the approved draft
     * @param target the post to be answered
     * @param account who will speak
     */
    record PublicationQueued(PublicationId publication, DraftId draft, PostId target, AccountId account)
            implements IncidentEvent {}

    /**
     * The citizen can see the reply.
     *
     * @param publication which publication
     * @param answered since when, and how that is known
     * @param nativeReplyId the network's id of our reply
     */
    record PublicationSent(PublicationId publication, AnswerTime answered, Optional<String> nativeReplyId)
            implements IncidentEvent {}

    /**
     * The network will not take the reply.
     *
     * @param publication which publication
     * @param reason why
     */
    record PublicationRefused(PublicationId publication, String reason) implements IncidentEvent {}

    /**
     * Nobody knows whether the network applied the reply.
     *
     * @param publication which publication
     * @param reason how the doubt came
     */
    record PublicationDoubtful(PublicationId publication, String reason) implements IncidentEvent {}

    /**
     * The sending is put off.
     *
     * @param publication which publication
     * @param notBefore when it may be tried again
     * @param reason why
     */
    record PublicationDelayed(PublicationId publication, Instant notBefore, String reason) implements IncidentEvent {}

    /**
     * It was proved that the network did not apply the reply; it will be sent again.
     *
     * @param publication which publication
     */
    record PublicationRequeued(PublicationId publication) implements IncidentEvent {}

    /**
     * The reply was seen in the network.
     *
     * @param publication which publication
     */
    record PublicationVerified(PublicationId publication) implements IncidentEvent {}

    /**
     * The reply was sent and is no longer to be seen.
     *
     * @param publication which publication
     * @param reason deleted or hidden
     */
    record PublicationVanished(PublicationId publication, String reason) implements IncidentEvent {}

    /**
     * The reply was taken back before it was sent.
     *
     * @param publication which publication
     * @param reason why
     */
    record PublicationCancelled(PublicationId publication, String reason) implements IncidentEvent {}

    /**
     * An answer that an official gave himself became known.
     *
     * @param answer the answer, waiting for the administrator
     */
    record AnswerOffered(OfficialAnswer answer) implements IncidentEvent {}

    /**
     * The administrator took such an answer as the answer.
     *
     * @param key which answer
     */
    record AnswerAccepted(String key) implements IncidentEvent {}

    /**
     * The administrator did not take it.
     *
     * @param key which answer
     * @param reason why
     */
    record AnswerDeclined(String key, String reason) implements IncidentEvent {}

    /**
     * Every post that needs an answer has one or was waived.
     *
     * @param answered when the last answer was given
     */
    record Answered(AnswerTime answered) implements IncidentEvent {}

    /**
     * A question to the author is public; the desk waits for him.
     *
     * @param draft the question
     * @param until until when
     */
    record AuthorAsked(DraftId draft, Instant until) implements IncidentEvent {}

    /** The author did not answer in time; the body's clocks run again. */
    record QuestionExpired() implements IncidentEvent {}

    /**
     * The author wrote again.
     *
     * @param post what he wrote
     */
    record AuthorReplied(PostId post) implements IncidentEvent {}

    /**
     * The incident waits for a promised date.
     *
     * @param until the date
     * @param reason why
     */
    record Postponed(Instant until, String reason) implements IncidentEvent {}

    /**
     * A postponed incident is worked on again.
     *
     * @param reason why
     */
    record Resumed(String reason) implements IncidentEvent {}

    /**
     * The incident needs work again in the same cycle: a refused reply, or a late post.
     *
     * @param reason why
     */
    record ReturnedToWork(String reason) implements IncidentEvent {}

    /**
     * Posts were said to need no answer.
     *
     * @param posts how many
     * @param reason why
     */
    record Waived(int posts, String reason) implements IncidentEvent {}

    /**
     * The incident was closed.
     *
     * @param outcome with what
     * @param reason code of the reason when it was closed without an answer
     * @param at when
     */
    record Closed(Outcome outcome, Optional<String> reason, Instant at) implements IncidentEvent {}

    /**
     * The incident was opened again; a new cycle with new clocks.
     *
     * @param reason why
     * @param toSameBody whether the same body goes on
     * @param at when
     */
    record Reopened(String reason, boolean toSameBody, Instant at) implements IncidentEvent {}

    /**
     * The incident was decided to be none.
     *
     * @param reason why
     */
    record Rejected(String reason) implements IncidentEvent {}

    /** That decision was taken back; clocks start again at the original registration. */
    record Restored() implements IncidentEvent {}

    /**
     * The incident was joined into another.
     *
     * @param survivor the other
     */
    record Merged(IncidentId survivor) implements IncidentEvent {}

    /**
     * Another incident was joined into this one; the citizen's clocks take the earlier start.
     *
     * @param absorbed the other
     * @param citizenStart when the citizen's answer clock of the other started, if one runs
     */
    record Absorbed(IncidentId absorbed, Optional<Instant> citizenStart) implements IncidentEvent {}

    /** The joining was taken back. */
    record Unmerged() implements IncidentEvent {}

    /**
     * An incident that was joined into this one was taken out again.
     *
     * @param released the other
     */
    record Released(IncidentId released) implements IncidentEvent {}

    /**
     * A post of the incident is gone from the network.
     *
     * @param post which post
     */
    record SourceGone(PostId post) implements IncidentEvent {}

    /**
     * The incident has a number in another system; number and link lie in an erasable table.
     *
     * @param system slug of the other system
     */
    record ExternalLinked(String system) implements IncidentEvent {}
}
