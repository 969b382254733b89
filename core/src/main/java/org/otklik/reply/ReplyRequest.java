package org.otklik.reply;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.otklik.id.IncidentId;
import org.otklik.post.AccountId;
import org.otklik.post.CleanText;
import org.otklik.post.PostId;

/**
 * Asks for the draft of a reply; immutable. {@link #toString()} shows no text.
 *
 * @param incident which incident is answered
 * @param type what the reply does
 * @param text what the citizen will read
 * @param targets the posts to answer; empty for all posts of the incident that wait for an answer, at most
 *     {@link #MOST_TARGETS}
 * @param account the account that shall speak; empty for the first of the pack's fallback order
 * @param promisedUntil the date promised to the citizen; required for an interim reply
 */
public record ReplyRequest(
        IncidentId incident,
        ReplyType type,
        String text,
        List<PostId> targets,
        Optional<AccountId> account,
        Optional<Instant> promisedUntil) {

    /** How many posts one approved reply may answer at once. */
    public static final int MOST_TARGETS = 100;

    /** Checks the parts and replaces characters that no database keeps. */
    public ReplyRequest {
        Objects.requireNonNull(incident, "incident");
        Objects.requireNonNull(type, "type");
        text = CleanText.of(text);
        targets = List.copyOf(targets);
        if (targets.size() > MOST_TARGETS) {
            throw new IllegalArgumentException("One reply answers at most " + MOST_TARGETS + " posts, not "
                    + targets.size() + ": split the list.");
        }
    }

    /**
     * Asks for a final reply to all posts of the incident that wait for an answer.
     *
     * @param incident which incident
     * @param text what the citizens will read
     * @return the request
     */
    public static ReplyRequest finalTo(IncidentId incident, String text) {
        return of(incident, ReplyType.FINAL, text);
    }

    /**
     * Asks for an interim reply that promises a date.
     *
     * @param incident which incident
     * @param text what the citizens will read
     * @param until the promised date
     * @return the request
     */
    public static ReplyRequest interimTo(IncidentId incident, String text, Instant until) {
        return new ReplyRequest(incident, ReplyType.INTERIM, text, List.of(), Optional.empty(), Optional.of(until));
    }

    /**
     * Asks the author a public question.
     *
     * @param incident which incident
     * @param text the question
     * @return the request
     */
    public static ReplyRequest askAuthor(IncidentId incident, String text) {
        return of(incident, ReplyType.QUESTION, text);
    }

    private static ReplyRequest of(IncidentId incident, ReplyType type, String text) {
        return new ReplyRequest(incident, type, text, List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns this request for these posts only.
     *
     * @param posts which posts to answer
     * @return a copy
     */
    public ReplyRequest only(PostId... posts) {
        return new ReplyRequest(incident, type, text, List.of(posts), account, promisedUntil);
    }

    /**
     * Returns this request spoken by an account.
     *
     * @param speaker the account
     * @return a copy
     */
    public ReplyRequest by(AccountId speaker) {
        return new ReplyRequest(incident, type, text, targets, Optional.of(speaker), promisedUntil);
    }

    @Override
    public String toString() {
        return "reply[" + type + " to " + incident + "]";
    }
}
