package org.otklik;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.PublicationId;
import org.otklik.incident.ExternalRef;
import org.otklik.incident.Incident;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.Finding;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.Publication;
import org.otklik.reply.ReplyHash;
import org.otklik.reply.ReplyRequest;
import org.otklik.route.AccountChoice;
import org.otklik.spi.Replyability;

/** The work on replies, both those the desk publishes and those officials gave themselves; thread-safe. */
public interface Replies {

    /**
     * Tells, for each post that waits for an answer, who would speak and whether the network lets him.
     *
     * @param actor who asks
     * @param incident which incident
     * @return a way for each post, at most {@link ReplyRequest#MOST_TARGETS}, or refused
     */
    Result<List<Way>> ways(Actor actor, IncidentId incident);

    /**
     * How a post can be answered; immutable.
     *
     * @param post which post
     * @param address where a person can see it
     * @param account who would speak; empty when no account of the pack may
     * @param replyability whether the network lets him, and if not, why and where a person can answer by hand
     */
    record Way(PostId post, Optional<URI> address, Optional<AccountChoice> account, Replyability replyability) {}

    /**
     * Writes a draft.
     *
     * @param actor who writes
     * @param request which incident, text, targets and account
     * @return the draft, or refused
     */
    Result<Draft> draft(Actor actor, ReplyRequest request);

    /**
     * Changes the text of a draft; an earlier submission is void.
     *
     * @param actor who writes
     * @param draft which draft
     * @param text the new text
     * @return the draft, or refused
     */
    Result<Draft> revise(Actor actor, DraftId draft, String text);

    /**
     * Shows what a draft of this request would publish, without writing it.
     *
     * @param actor who asks
     * @param request which incident, text, targets and account
     * @return what would stand under each target, also where it is too long; empty when no post waits; or refused
     */
    Result<List<TargetPreview>> preview(Actor actor, ReplyRequest request);

    /**
     * What citizens would read under one post; immutable.
     *
     * @param post the post that is answered
     * @param address where a person can see it
     * @param account who would speak
     * @param text exactly what would be published, with the line that the law wants under the account's answers
     * @param length how long the network finds it
     * @param longest how long it may be there
     * @param obstacle why the account cannot answer there, a stable code; empty when it can
     */
    record TargetPreview(
            PostId post,
            Optional<URI> address,
            AccountId account,
            String text,
            int length,
            int longest,
            Optional<String> obstacle) {

        /**
         * Tells by how much the text is too long.
         *
         * @return nought when it is not
         */
        public int excess() {
            return Math.max(0, length - longest);
        }

        /**
         * Tells whether it can be published as it is.
         *
         * @return true if the account can answer and the text is not too long
         */
        public boolean fits() {
            return obstacle.isEmpty() && excess() == 0;
        }

        @Override
        public String toString() {
            return "preview[" + length + " of " + longest + " under " + post + " by " + account + "]";
        }
    }

    /**
     * Shows what would go out: text, account, targets, and what the check says.
     *
     * @param actor who asks
     * @param draft which draft
     * @return the preview, or refused
     */
    Result<Preview> preview(Actor actor, DraftId draft);

    /**
     * What an approver sees, and what a person copies who must answer by hand; immutable.
     *
     * @param draft the draft with its hash and the account that will speak
     * @param text exactly what will be sent; the hash of the draft is its hash
     * @param findings what the check says
     * @param targets what will stand under each target, and how long the network finds it
     * @param ways for each target whether the network lets the account answer, and if not, why and where a person can
     */
    record Preview(Draft draft, String text, List<Finding> findings, List<TargetPreview> targets, List<Way> ways) {

        /** Copies the lists. */
        public Preview {
            findings = List.copyOf(findings);
            targets = List.copyOf(targets);
            ways = List.copyOf(ways);
        }
    }

    /**
     * Hands a draft in for approval.
     *
     * @param actor who hands it in
     * @param draft which draft
     * @return the draft, or refused when the check finds what must not go out
     */
    Result<Draft> submit(Actor actor, DraftId draft);

    /**
     * Returns a draft for rework.
     *
     * @param actor who returns it
     * @param draft which draft
     * @param criterion code of the criterion that it does not meet, such as {@code FORMAL} or {@code NO_DATES}
     * @return the draft, or refused
     */
    Result<Draft> requestRework(Actor actor, DraftId draft, String criterion);

    /**
     * Approves exactly what the approver saw and queues it for publishing. Where the network forbids the account to
     * answer, the publication is refused at once, and a person answers by hand with the approved text.
     *
     * @param actor who approves; never the one who wrote it
     * @param draft which draft
     * @param hash the hash that he saw
     * @return the publications, one for each target, or refused
     */
    Result<List<Publication>> approve(Actor actor, DraftId draft, ReplyHash hash);

    /**
     * Takes a draft back before it is sent; publications that no node is sending are cancelled.
     *
     * @param actor who takes it back
     * @param draft which draft
     * @param reason code of the reason
     * @return the draft, or refused
     */
    Result<Draft> withdraw(Actor actor, DraftId draft, String reason);

    /**
     * Says what became of a sending whose outcome cannot be looked up.
     *
     * @param actor who looked
     * @param publication which sending
     * @param wasPublished true if the reply stands in the network; false to send it again
     * @return the incident, or refused
     */
    Result<Incident> resolve(Actor actor, PublicationId publication, boolean wasPublished);

    /**
     * Registers an answer that an official gave himself.
     *
     * @param actor who registers it
     * @param incident which incident
     * @param answer link or text, and when it was given
     * @return the answer, waiting for the administrator, or refused
     */
    Result<OfficialAnswer> registerAnswer(Actor actor, IncidentId incident, GivenAnswer answer);

    /**
     * An answer that was given outside the desk; immutable.
     *
     * @param link where it stands, if somewhere
     * @param text what was said, if known
     * @param target the post that was answered; empty for the incident as a whole
     * @param answeredAt when
     * @param external its number in another system
     */
    record GivenAnswer(
            Optional<URI> link,
            Optional<String> text,
            Optional<PostId> target,
            Instant answeredAt,
            Optional<ExternalRef> external) {

        /**
         * Returns an answer that stands somewhere.
         *
         * @param link where
         * @param answeredAt when
         * @return the answer
         */
        public static GivenAnswer at(URI link, Instant answeredAt) {
            return new GivenAnswer(Optional.of(link), Optional.empty(), Optional.empty(), answeredAt, Optional.empty());
        }

        /**
         * Returns an answer of which the text is known.
         *
         * @param text what was said
         * @param answeredAt when
         * @return the answer
         */
        public static GivenAnswer saying(String text, Instant answeredAt) {
            return new GivenAnswer(Optional.empty(), Optional.of(text), Optional.empty(), answeredAt, Optional.empty());
        }

        @Override
        public String toString() {
            return "answer given at " + answeredAt;
        }
    }

    /**
     * Takes a registered or observed answer as the answer; the clocks stop at its own time.
     *
     * @param actor the administrator
     * @param incident which incident
     * @param key which answer
     * @return the incident, or refused
     */
    Result<Incident> acceptAnswer(Actor actor, IncidentId incident, String key);

    /**
     * Does not take it.
     *
     * @param actor the administrator
     * @param incident which incident
     * @param key which answer
     * @param reason code of the reason
     * @return the incident, or refused
     */
    Result<Incident> declineAnswer(Actor actor, IncidentId incident, String key, String reason);
}
