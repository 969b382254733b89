package org.otklik.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.otklik.post.AuthorRef;
import org.otklik.post.Post;
import org.otklik.post.PostId;

/** A post as the fake network tells it: one line; immutable. */
record WirePost(String id, long publishedMillis, String text) {

    static WirePost parse(String line) {
        String[] parts = line.split(" ", -1);
        byte[] text = Base64.getDecoder().decode(parts[2]);
        return new WirePost(parts[0], Long.parseLong(parts[1]), new String(text, StandardCharsets.UTF_8));
    }

    static List<WirePost> parseAll(String body) {
        return body.lines().map(WirePost::parse).toList();
    }

    String line() {
        return id + " " + publishedMillis + " " + encoded(text);
    }

    static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    Post post() {
        return Post.builder(PostId.of("vk", id), Instant.ofEpochMilli(publishedMillis))
                .text(text)
                .author(AuthorRef.of("vk", "author-" + Math.floorMod(id.hashCode(), 50)))
                .build();
    }
}
