package org.otklik;

import java.time.Instant;
import java.util.Collection;
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
     * The state of all events at some time, in one value; immutable.
     *
     * @param sequence the last event it holds for
     * @param at when it was made
     * @param digest SHA-256 over the hashes of all events up to there, 64 hexadecimal digits
     */
    record ChainAnchor(long sequence, Instant at, String digest) {}

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
     * Recomputes the hash chain of every stream, whether archived or not, and compares it with the stored anchors.
     *
     * @param actor who asks
     * @return the first event that was changed, removed or moved, or the anchor that does not hold; an empty string when
     *     all fits
     */
    Result<String> verifyChain(Actor actor);

    /**
     * Does the same with anchors that were kept apart from the database. Who can write into the database can compute
     * chains and stored anchors anew; he cannot change what was sent away.
     *
     * @param actor who asks
     * @param kept anchors as {@link #anchor} gave them
     * @return as above
     */
    Result<String> verifyChain(Actor actor, Collection<ChainAnchor> kept);

    /**
     * Anchors all events up to now: called once a day, with the anchor sent to where nobody with access to the database
     * can write, it proves that nothing before was rewritten.
     *
     * @param actor who asks
     * @return the anchor, which is stored too; the last one again if nothing happened since
     */
    Result<ChainAnchor> anchor(Actor actor);
}
