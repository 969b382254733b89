package org.otklik.training;

import java.util.Optional;
import org.otklik.post.PostId;

/**
 * What people said about one post; immutable.
 *
 * @param post which post
 * @param kind name of its kind, or the code for which it is no incident
 * @param topic id of its topic
 * @param body id of the body that must act
 */
record Ruling(PostId post, Optional<String> kind, Optional<String> topic, Optional<String> body) {}
