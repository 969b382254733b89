package org.otklik.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.otklik.id.IncidentId;
import org.otklik.post.PostId;

/**
 * Finds open incidents that a new post repeats.
 *
 * <p>The index lives in one node's memory, is only read while a post is decided, and is filled after commit from the
 * committed sequence of all nodes. An implementation must be thread-safe and bounded, and must start no thread: time
 * comes from the posts and from {@link #evictBefore(Instant)}.
 */
public interface SimilarityIndex {

    /**
     * Looks for incidents that the words of a post repeat; changes nothing.
     *
     * @param post the new post
     * @return what to do with it
     */
    SimilarityMatch find(SimilarPost post);

    /**
     * Lists all incidents that may be the same matter as a post, by its words or by topic, place and time; changes
     * nothing.
     *
     * @param post a new or a remembered post; it does not resemble itself, but its incident may be listed for other posts
     * @return likeliest first, each incident once, at most ten; what {@link #find} would attach stands here too
     */
    List<SimilarityMatch.Suggestion> similar(SimilarPost post);

    /**
     * Remembers a post of an incident; a post that is remembered already takes its new incident and words.
     *
     * @param incident the incident that the post belongs to
     * @param post the post
     */
    void insert(IncidentId incident, SimilarPost post);

    /**
     * Forgets an incident, because it was closed, rejected or erased.
     *
     * @param incident which incident; unknown ones are ignored
     */
    void remove(IncidentId incident);

    /**
     * Forgets a post, because it was deleted or its author erased.
     *
     * @param post which post; unknown ones are ignored
     */
    void forget(PostId post);

    /**
     * Forgets posts that are older than an instant.
     *
     * @param instant the oldest time to keep
     */
    void evictBefore(Instant instant);

    /**
     * Tells how far apart in time posts of one matter may lie; the desk has older ones forgotten.
     *
     * @return more than nothing
     */
    Duration window();

    /**
     * Counts the posts that are remembered.
     *
     * @return 0 or more
     */
    int size();
}
