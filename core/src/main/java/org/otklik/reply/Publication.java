package org.otklik.reply;

import java.util.Optional;
import org.otklik.id.DraftId;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;

/**
 * The sending of an approved reply to one post; immutable.
 *
 * @param id its id and idempotency key
 * @param draft the approved draft
 * @param target the post that is answered
 * @param account who speaks
 * @param state where the sending stands
 * @param answered when the citizen could see it, once it was sent
 * @param nativeReplyId the network's id of our reply, once known
 * @param reason code of the last refusal or doubt
 */
public record Publication(
        PublicationId id,
        DraftId draft,
        PostId target,
        AccountId account,
        PublicationState state,
        Optional<AnswerTime> answered,
        Optional<String> nativeReplyId,
        Optional<String> reason) {

    /**
     * Returns a publication that waits for its turn.
     *
     * @param id its id
     * @param draft the approved draft
     * @param target the post that is answered
     * @param account who speaks
     * @return the publication
     */
    public static Publication ready(PublicationId id, DraftId draft, PostId target, AccountId account) {
        return new Publication(
                id,
                draft,
                target,
                account,
                PublicationState.READY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Returns this publication in another state.
     *
     * @param next the state
     * @param why code of a refusal or doubt
     * @return a copy
     */
    public Publication in(PublicationState next, Optional<String> why) {
        return new Publication(id, draft, target, account, next, answered, nativeReplyId, why);
    }

    /**
     * Returns this publication as sent.
     *
     * @param when when the citizen could see it
     * @param nativeId the network's id of our reply
     * @return a copy
     */
    public Publication sent(AnswerTime when, Optional<String> nativeId) {
        return new Publication(
                id, draft, target, account, PublicationState.SENT, Optional.of(when), nativeId, Optional.empty());
    }
}
