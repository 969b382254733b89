package org.otklik.spi.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.IncidentId;
import org.otklik.post.PostId;
import org.otklik.post.PostRevision;
import org.otklik.post.Pseudonym;

/** Keeps posts, their revisions, the queue of captured ones, and which incident each belongs to. */
public interface PostStore {

    /**
     * Inserts posts that are not there yet; each CAPTURED one enters the queue.
     *
     * @param rows with version 1
     * @return the ids that were inserted; the others were there before, also when another node was faster
     */
    Set<PostId> insertNew(Collection<PostRow> rows);

    /**
     * Finds posts.
     *
     * @param ids which
     * @return those that exist, by id
     */
    Map<PostId, PostRow> find(Collection<PostId> ids);

    /**
     * Replaces posts; those that are CAPTURED enter the queue, others leave it.
     *
     * @param rows each with the version that was read; it is stored with the next version
     * @throws StaleVersionException if one has another version; may come as late as the commit
     */
    void update(Collection<PostRow> rows);

    /**
     * Adds revisions; one that is there already, by post and number, is left as it is.
     *
     * @param revisions by post
     */
    void addRevisions(Map<PostId, PostRevision> revisions);

    /**
     * Reads the revisions of a post.
     *
     * @param id which post
     * @return in order of numbers
     */
    List<PostRevision> revisions(PostId id);

    /**
     * Erases contents and texts of revisions; versions rise, so that nobody who read a post before writes it back.
     *
     * @param ids which posts
     */
    void eraseTexts(Collection<PostId> ids);

    /**
     * Claims captured posts for a node, oldest captured first, skipping what others have claimed.
     *
     * @param owner name of the node
     * @param limit how many at the most
     * @param lease how long, by the clock of leases; afterwards others may claim them
     * @return the posts, each with the number of claims so far, this one included
     */
    List<ClaimedPost> claimCaptured(String owner, int limit, Duration lease);

    /**
     * Claims captured posts for a node, those that were captured last, skipping what others have claimed; so that fresh
     * posts need not wait behind a long queue.
     *
     * @param owner name of the node
     * @param limit how many at the most
     * @param lease how long, by the clock of leases; afterwards others may claim them
     * @return the posts, oldest captured first, each with the number of claims so far, this one included
     */
    List<ClaimedPost> claimLatest(String owner, int limit, Duration lease);

    /**
     * Counts captured posts that wait for a decision, claimed ones included.
     *
     * @return how many
     */
    long captured();

    /**
     * Lists posts in a state, oldest published first.
     *
     * @param state which state
     * @param after the last post of the page before; empty for the first page
     * @param limit how many at the most
     * @return the page
     */
    List<PostRow> inState(SignalState state, Optional<PostRow> after, int limit);

    /**
     * Lists the posts of an incident, oldest published first.
     *
     * @param incident which
     * @param answers only with one of these answers; empty for all
     * @param after the last post of the page before; empty for the first page
     * @param limit how many at the most
     * @return the page
     */
    List<PostRow> ofIncident(IncidentId incident, Set<AnswerState> answers, Optional<PostRow> after, int limit);

    /**
     * Lists the posts of an author.
     *
     * @param author which
     * @param limit how many at the most
     * @return the posts in order of publication
     */
    List<PostRow> ofAuthor(Pseudonym author, int limit);

    /**
     * Changes the answer of posts of an incident; their versions rise, so that nobody who read them before undoes it. Nobody
     * is owed an answer to what the network deleted: such a post does not become AWAITING again.
     *
     * @param incident which
     * @param posts which of its posts; empty for all
     * @param from only those with this answer
     * @param to the answer they get
     * @return how many were changed
     * @throws StaleVersionException if one of them was changed since this transaction read it; may come as late as the
     *     commit
     */
    int markAnswers(IncidentId incident, Collection<PostId> posts, AnswerState from, AnswerState to);

    /**
     * Moves all posts of an incident to another, keeping their origin.
     *
     * @param from the incident that is joined away
     * @param to the survivor
     * @return how many were moved
     * @throws StaleVersionException if one of them was changed since this transaction read it; may come as late as the
     *     commit
     */
    int moveAll(IncidentId from, IncidentId to);

    /**
     * Moves the posts that came from some incidents out of the one that these were joined into.
     *
     * @param survivor where they are now
     * @param origins where they came from
     * @param to the one of these that stands for all of them from now on
     * @return what was moved, counted
     * @throws StaleVersionException if one of them was changed since this transaction read it; may come as late as the
     *     commit
     */
    PostTally moveBack(IncidentId survivor, Set<IncidentId> origins, IncidentId to);

    /**
     * Counts the posts of an incident.
     *
     * @param incident which
     * @return all posts, awaiting ones, newest publication
     */
    PostTally tally(IncidentId incident);

    /**
     * Counts who wrote the posts of an incident.
     *
     * @param incident which
     * @return how many different authors
     */
    int authors(IncidentId incident);

    /**
     * Counts posts published in a period by network and state, for reports.
     *
     * @param from first instant
     * @param before first instant that no longer belongs to the period
     * @return one line for each network and state that occurs
     */
    List<SignalCount> countSignals(Instant from, Instant before);
}
