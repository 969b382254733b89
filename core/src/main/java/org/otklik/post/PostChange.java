package org.otklik.post;

import java.time.Instant;

/** What an adapter reports of a post: that it is there (new or edited), or that it is gone; immutable. */
public sealed interface PostChange {

    /**
     * Tells which post this is about.
     *
     * @return the post's id
     */
    PostId id();

    /**
     * The post is there; the desk finds out whether it is new, seen before, or edited.
     *
     * @param post as the network shows it now
     */
    record Present(Post post) implements PostChange {
        @Override
        public PostId id() {
            return post.id();
        }
    }

    /**
     * The post is gone from the network.
     *
     * @param id which post
     * @param at the network's time of deletion, else the time at which it was noticed
     */
    record Gone(PostId id, Instant at) implements PostChange {}
}
