package org.otklik.cluster;

import java.time.Instant;
import org.otklik.id.IncidentId;

/**
 * Finds open incidents that a new post repeats.
 *
 * <p>The index lives in one node's memory, is only read while a post is decided, and is filled after commit from the
 * committed sequence of all nodes. An implementation must be thread-safe and bounded, and must start no thread: time
 * comes from the posts and from {@link #evictBefore(Instant)}.
 */
public interface SimilarityIndex {

    /**
     * Looks for incidents that a post repeats; changes nothing.
     *
     * @param post the new post
     * @return what to do with it
     */
    SimilarityMatch find(SimilarPost post);

    /**
     * Remembers a post of an incident.
     *
     * @param incident the incident that the post belongs to
     * @param post the post
     */
    void insert(IncidentId incident, SimilarPost post);

    /**
     * Forgets an incident, because it was closed, merged or erased.
     *
     * @param incident which incident; unknown ones are ignored
     */
    void remove(IncidentId incident);

    /**
     * Forgets posts that are older than an instant.
     *
     * @param instant the oldest time to keep
     */
    void evictBefore(Instant instant);

    /**
     * Counts the posts that are remembered.
     *
     * @return 0 or more
     */
    int size();
}
