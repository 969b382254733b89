package org.otklik.classify;

import org.otklik.text.PostText;

/**
 * Decides whether a post is an incident.
 *
 * <p>An implementation must be thread-safe, must not keep texts, and must give the same answer for the same text and
 * the same rules version. It never throws for a text, whatever its characters.
 */
@FunctionalInterface
public interface Classifier {

    /**
     * Classifies a post.
     *
     * @param text a post with its scan
     * @return the decision, always with evidence
     */
    Classification classify(PostText text);
}
