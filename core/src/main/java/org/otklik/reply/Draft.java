package org.otklik.reply;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;

/**
 * The draft of a reply without its text, which lies in an erasable table; immutable.
 *
 * @param id its id
 * @param incident which incident it answers
 * @param type what the reply does
 * @param account who will speak
 * @param targets the posts to be answered
 * @param hash hash of text, account and targets as they are now
 * @param revision 1 for the first text, rising with each change
 * @param author code of the actor who wrote the text last
 * @param state where it stands
 * @param promisedUntil the date promised, for an interim reply
 */
public record Draft(
        DraftId id,
        IncidentId incident,
        ReplyType type,
        AccountId account,
        List<PostId> targets,
        ReplyHash hash,
        int revision,
        String author,
        DraftState state,
        Optional<Instant> promisedUntil) {

    /** Copies the list. */
    public Draft {
        targets = List.copyOf(targets);
    }

    /**
     * Returns this draft in another state.
     *
     * @param next the state
     * @return a copy
     */
    public Draft in(DraftState next) {
        return new Draft(id, incident, type, account, targets, hash, revision, author, next, promisedUntil);
    }

    /**
     * Returns this draft with a new text, back in the hands of its author.
     *
     * @param newHash hash of the new text with account and targets
     * @param newAuthor code of the actor who wrote it
     * @return a copy with the next revision
     */
    public Draft revised(ReplyHash newHash, String newAuthor) {
        return new Draft(
                id,
                incident,
                type,
                account,
                targets,
                newHash,
                revision + 1,
                newAuthor,
                DraftState.DRAFT,
                promisedUntil);
    }
}
