package org.otklik;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.post.AuthorRef;
import org.otklik.post.Pseudonym;
import org.otklik.post.RetentionCategory;
import org.otklik.spi.storage.AccessRow;

/** The work on personal data; thread-safe. */
public interface Privacy {

    /**
     * What an erasure did, as an act may quote it; holds no content and no name; immutable.
     *
     * @param person what stands for the author everywhere else: a keyed hash
     * @param at when
     * @param by who erased
     * @param reason what was given as reason
     * @param posts posts of the author, whose text and media are gone while counts and chain stay
     * @param texts rows that lost their text
     * @param handle whether his handle was known and forgotten
     */
    record Erasure(Pseudonym person, Instant at, String by, String reason, int posts, int texts, boolean handle) {}

    /**
     * Erases what the desk knows of an author, because he or the law demands it.
     *
     * @param actor the privacy officer
     * @param author whom the network named so
     * @return what was erased, or refused
     */
    default Result<Erasure> erase(Actor actor, AuthorRef author) {
        return erase(actor, author, "on demand");
    }

    /**
     * Erases what the desk knows of an author: handle, texts, media. Counts, deadlines and the chain of events stay; the
     * erasure itself is logged.
     *
     * @param actor the privacy officer
     * @param author whom the network named so
     * @param reason a code, or the number of the demand; kept in the log, so no names; at most 200 characters
     * @return what was erased, or refused
     */
    Result<Erasure> erase(Actor actor, AuthorRef author, String reason);

    /**
     * Tells who saw or erased authors' names, in order of time.
     *
     * @param actor the privacy officer or an auditor
     * @param person only about this author; empty for all
     * @param from first instant
     * @param before first instant that no longer belongs to the period
     * @param afterNumber number of the last row of the page before; 0 for the first page
     * @param limit how many rows at the most
     * @return the rows, or refused
     */
    Result<List<AccessRow>> accesses(
            Actor actor, Optional<AuthorRef> person, Instant from, Instant before, long afterNumber, int limit);

    /**
     * Counts what rules of retention would take now; changes nothing.
     *
     * @param actor the privacy officer
     * @param rules periods by category
     * @return a count for each category that has a rule, or refused
     */
    Result<Map<RetentionCategory, Long>> previewRetention(Actor actor, RetentionRules rules);

    /**
     * Takes what was kept long enough, one bounded step: call it again until nothing was taken. Counts, deadlines,
     * reports and the chain of events stay.
     *
     * @param actor the privacy officer
     * @param rules periods by category
     * @param limit how many posts, texts and authors each at the most
     * @return how many went for each category that has a rule, or refused
     */
    Result<Map<RetentionCategory, Long>> applyRetention(Actor actor, RetentionRules rules, int limit);

    /**
     * Recomputes the hash chain of every stream.
     *
     * @param actor who asks
     * @return the first event of a stream whose hash does not fit, or an empty string when all fit
     */
    Result<String> verifyChain(Actor actor);
}
