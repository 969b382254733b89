package org.otklik;

import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.post.AuthorRef;

/** The work on personal data; thread-safe. */
public interface Privacy {

    /**
     * What an erasure did; holds no content; immutable.
     *
     * @param posts posts of the author, whose text and media are gone while counts and chain stay
     * @param texts rows that lost their text
     * @param handle whether his handle was known and forgotten
     */
    record Erasure(int posts, int texts, boolean handle) {}

    /**
     * Erases what the desk knows of an author: handle, texts, media. Counts, deadlines and the chain of events stay.
     *
     * @param actor the privacy officer
     * @param author whom the network named so
     * @return what was erased, or refused
     */
    Result<Erasure> erase(Actor actor, AuthorRef author);

    /**
     * Recomputes the hash chain of every stream.
     *
     * @param actor who asks
     * @return the first event of a stream whose hash does not fit, or an empty string when all fit
     */
    Result<String> verifyChain(Actor actor);
}
