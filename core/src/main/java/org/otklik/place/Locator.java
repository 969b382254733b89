package org.otklik.place;

import org.otklik.text.PostText;

/**
 * Finds the place that a post is about.
 *
 * <p>An implementation must be thread-safe, must not keep texts, and must never throw for a text, whatever its
 * characters.
 */
@FunctionalInterface
public interface Locator {

    /**
     * Locates a post.
     *
     * @param text a post with its scan
     * @return ranked candidates; none when nothing points anywhere
     */
    Location locate(PostText text);
}
