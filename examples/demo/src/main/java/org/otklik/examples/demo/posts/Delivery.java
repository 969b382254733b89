package org.otklik.examples.demo.posts;

import java.time.Instant;
import org.otklik.post.PostChange;

/**
 * When a network begins to show a change of a post.
 *
 * @param at from when on
 * @param change the post as it is then, or its deletion
 */
public record Delivery(Instant at, PostChange change) {}
