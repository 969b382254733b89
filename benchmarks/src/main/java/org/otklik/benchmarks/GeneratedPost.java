package org.otklik.benchmarks;

import java.time.Instant;
import java.util.Optional;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostId;

/**
 * An invented post.
 *
 * @param id its id in the network
 * @param at second of publication
 * @param author id of the author in the network
 * @param parent the post that it answers; empty for none
 * @param text what it says
 */
record GeneratedPost(String id, long at, String author, String parent, String text) {

    static final String NETWORK = "vk";

    Post toPost() {
        var builder = Post.builder(PostId.of(NETWORK, id), Instant.ofEpochSecond(at))
                .author(new AuthorRef(PostId.of(NETWORK, id).network(), author, Optional.empty()))
                .text(text);
        return parent.isEmpty()
                ? builder.build()
                : builder.discussion(Discussion.under(PostId.of(NETWORK, parent)))
                        .build();
    }

    /** One line: five fields in brackets, so that no library is measured beside the desk. */
    String toJson() {
        return "[\"" + id + "\"," + at + ",\"" + author + "\",\"" + parent + "\",\""
                + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"]";
    }

    static GeneratedPost ofJson(String line) {
        String[] parts = line.substring(2, line.length() - 2).split("\",\"?|,\"", 5);
        String text = parts[4].replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
        return new GeneratedPost(parts[0], Long.parseLong(parts[1]), parts[2], parts[3], text);
    }
}
