package org.otklik.examples.demo.posts;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a file of posts, as written; {@link #toString()} shows no text.
 *
 * @param line its number in the file
 * @param id the network's id of the post
 * @param change what the line tells about the post
 * @param at when it happened, if the file says so
 * @param network code of the network, if the file says so
 * @param author who wrote it
 * @param page the network's id of the page
 * @param replyTo the post that it answers
 * @param content text and photos
 * @param gold what people say it is
 */
public record PostLine(
        long line,
        String id,
        Change change,
        Optional<Instant> at,
        Optional<String> network,
        Optional<Author> author,
        Optional<String> page,
        Optional<String> replyTo,
        Content content,
        Optional<Gold> gold) {

    /** What a line tells about a post. */
    public enum Change {
        /** It was published. */
        PUBLISHED,
        /** It was edited. */
        EDITED,
        /** It was deleted. */
        DELETED
    }

    /**
     * Who wrote a post.
     *
     * @param id the network's id of the author
     * @param name the shown name
     */
    public record Author(String id, Optional<String> name) {}

    /**
     * What a post says.
     *
     * @param text possibly empty
     * @param photos how many photos it has
     */
    public record Content(String text, int photos) {}

    PostLine at(Instant when) {
        return new PostLine(line, id, change, Optional.of(when), network, author, page, replyTo, content, gold);
    }

    @Override
    public String toString() {
        return "line " + line;
    }
}
