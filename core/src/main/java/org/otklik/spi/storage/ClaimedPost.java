package org.otklik.spi.storage;

/**
 * A captured post that a node has claimed; immutable.
 *
 * @param row the post
 * @param attempt how often it was claimed, 1 the first time; a post that is claimed again and again is poison
 */
public record ClaimedPost(PostRow row, int attempt) {}
