package org.otklik.incident;

import java.time.Instant;
import java.util.Optional;
import org.otklik.id.IncidentId;
import org.otklik.post.PostId;

/** What happened to a post on its way to a decision, after it was captured; immutable; ids and codes only. */
public sealed interface SignalEvent {

    /**
     * The author edited the post.
     *
     * @param revision number of the new revision
     * @param contentHash keyed hash of its text
     */
    record Revised(int revision, String contentHash) implements SignalEvent {}

    /**
     * The post is gone from the network.
     *
     * @param at the network's time of deletion
     */
    record Removed(Instant at) implements SignalEvent {}

    /**
     * The post is no incident.
     *
     * @param reason why
     * @param version version of the rules, or {@code person}
     */
    record Dismissed(String reason, String version) implements SignalEvent {}

    /**
     * A moderator shall decide.
     *
     * @param reason why the desk could not
     * @param version version of the rules
     */
    record SentToReview(String reason, String version) implements SignalEvent {}

    /**
     * The post is none for a routine answer: whoever listens must give it to those who act in such cases.
     *
     * @param reason {@code FORMAL_APPEAL}, {@code CRIME} or {@code SUICIDE_RISK}
     * @param version version of the rules
     */
    record HandedOver(String reason, String version) implements SignalEvent {}

    /**
     * The post could not be read or decided after several attempts.
     *
     * @param reason what went wrong
     */
    record Quarantined(String reason) implements SignalEvent {}

    /**
     * The post opened an incident.
     *
     * @param incident which
     */
    record Promoted(IncidentId incident) implements SignalEvent {}

    /**
     * The post was attached to an incident.
     *
     * @param incident which
     * @param reason why: {@code SAME_TEXT}, {@code NEAR_TEXT}, {@code SAME_THREAD}, {@code PERSON} …
     * @param score 0 to 1
     * @param like the post of the incident that it resembles, where the words decided
     */
    record Attached(IncidentId incident, String reason, double score, Optional<PostId> like) implements SignalEvent {}

    /**
     * An official account spoke in the thread of an incident.
     *
     * @param incident which
     */
    record AnswerObserved(IncidentId incident) implements SignalEvent {}

    /** The author was erased, and with him what the post said. */
    record Erased() implements SignalEvent {}

    /** A moderator brought a dismissed post, or one that was handed over, back. */
    record Restored() implements SignalEvent {}
}
