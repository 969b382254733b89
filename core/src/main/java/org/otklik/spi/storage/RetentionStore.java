package org.otklik.spi.storage;

import java.time.Instant;
import java.util.List;
import org.otklik.post.Pseudonym;
import org.otklik.post.RetentionCategory;

/** Finds and drops what was kept long enough. */
public interface RetentionStore {

    /**
     * Counts what would go.
     *
     * @param category of what
     * @param before older than this
     * @return posts with content, texts, or authors
     */
    long count(RetentionCategory category, Instant before);

    /**
     * Finds posts whose content was kept long enough.
     *
     * @param category {@link RetentionCategory#DISMISSED_POSTS} or {@link RetentionCategory#CLOSED_POSTS}
     * @param before older than this
     * @param limit how many at the most
     * @return posts that still have their content; none for other categories
     */
    List<PostRow> posts(RetentionCategory category, Instant before, int limit);

    /**
     * Erases the texts of incidents that need no more work.
     *
     * @param before last changed before
     * @param limit how many at the most
     * @return how many texts are gone
     */
    int eraseTexts(Instant before, int limit);

    /**
     * Forgets authors.
     *
     * @param before last seen before
     * @param limit how many at the most
     * @return whom
     */
    List<Pseudonym> forgetAuthors(Instant before, int limit);
}
