package org.otklik.adapters.meta;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a webhook named without telling it whole; immutable.
 *
 * @param kind whether it is a mention or a comment
 * @param post the post or medium; empty if it was not told
 * @param comment the comment; empty for the post itself
 * @param at when the webhook says it happened
 */
record Hint(Kind kind, String post, String comment, Instant at) {

    /** What is known of it. */
    enum Kind {
        /** The account was mentioned, perhaps elsewhere. */
        MENTION,
        /** A comment on a page of ours. */
        COMMENT
    }

    /** Empty for ids that no network writes. */
    static Optional<Hint> of(Kind kind, String post, String comment, Instant at) {
        boolean named = Ids.isId(comment.isEmpty() ? post : comment) && (post.isEmpty() || Ids.isId(post));
        return named ? Optional.of(new Hint(kind, post, comment, at)) : Optional.empty();
    }

    static Optional<Hint> parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4 || !Ids.isDigits(parts[3], 0, Math.min(parts[3].length(), 12))) {
            return Optional.empty();
        }
        Kind kind = parts[0].equals("m") ? Kind.MENTION : Kind.COMMENT;
        return of(kind, parts[1], parts[2], Instant.ofEpochSecond(Long.parseLong(parts[3])));
    }

    /** The id for the diary. */
    String nativeId() {
        return comment.isEmpty() ? post : comment;
    }

    boolean isSame(Hint other) {
        return kind == other.kind && post.equals(other.post) && comment.equals(other.comment);
    }

    @Override
    public String toString() {
        return (kind == Kind.MENTION ? "m," : "c,") + post + ',' + comment + ',' + Math.max(0, at.getEpochSecond());
    }
}
