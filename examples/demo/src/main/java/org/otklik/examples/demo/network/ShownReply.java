package org.otklik.examples.demo.network;

import java.time.Instant;
import org.otklik.post.PostId;

/**
 * A reply that stands in a network.
 *
 * @param id the network's id of it
 * @param post the post that it answers
 * @param account who speaks
 * @param text what it says
 * @param key the key with which the desk sent it; a real network would not know it
 * @param at when it was applied
 * @param hidden whether the citizens do not see it
 */
public record ShownReply(String id, PostId post, String account, String text, String key, Instant at, boolean hidden) {}
