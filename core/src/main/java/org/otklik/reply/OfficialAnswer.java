package org.otklik.reply;

import java.util.Optional;
import org.otklik.id.BodyId;
import org.otklik.post.PostId;

/**
 * An answer that an official gave himself, outside the desk; its text lies in an erasable table; immutable.
 *
 * @param key its key within the incident: a hash for what was told, the post's id for what was observed
 * @param body whose official answered, if known
 * @param target the post that was answered; empty when it answers the incident as a whole
 * @param answered when the citizen could see it
 * @param origin how the desk learned of it
 * @param state whether the administrator took it as the answer
 */
public record OfficialAnswer(
        String key, Optional<BodyId> body, Optional<PostId> target, AnswerTime answered, Origin origin, State state) {

    /** How the desk learned of an answer. */
    public enum Origin {
        /** A person gave the link. */
        LINK,
        /** A person gave the text. */
        TEXT,
        /** An adapter saw a post of an official account. */
        OBSERVED
    }

    /** Whether the administrator took the answer. */
    public enum State {
        /** Waits for the administrator. */
        OFFERED,
        /** Counts as the answer. */
        ACCEPTED,
        /** Does not count. */
        DECLINED
    }

    /**
     * Returns this answer in another state.
     *
     * @param next the state
     * @return a copy
     */
    public OfficialAnswer in(State next) {
        return new OfficialAnswer(key, body, target, answered, origin, next);
    }
}
