package org.otklik.text;

import java.util.Objects;
import org.otklik.post.Post;

/**
 * A post with its scan, made once and shared by all that read it; immutable and thread-safe.
 *
 * <p>The post's own text, its parent's and its root's are scanned apart, so that evidence can say where it was found.
 * The scan takes one pass over any sequence of characters.
 */
public final class PostText {

    private final Reading reading;

    PostText(Reading reading) {
        this.reading = reading;
    }

    /**
     * Scans a post.
     *
     * @param post any post
     * @return its scan
     */
    public static PostText of(Post post) {
        Reading reading = new Reading(null);
        reading.read(Objects.requireNonNull(post, "post"));
        return new PostText(reading);
    }

    /**
     * Scans a text without a post, for rules and tests.
     *
     * @param text any characters
     * @return its tokens
     */
    public static Tokens tokens(String text) {
        TokenBuffer buffer = new TokenBuffer();
        new Scan().read(text, buffer);
        return new Tokens(buffer);
    }

    /**
     * Returns the post itself.
     *
     * @return the post that was scanned
     */
    public Post post() {
        return reading.post();
    }

    /**
     * Returns the tokens of the post's own text.
     *
     * @return possibly none
     */
    public Tokens own() {
        return reading.own;
    }

    /**
     * Returns the tokens of one segment.
     *
     * @param segment which text
     * @return possibly none; always none for {@link Segment#PAGE}
     */
    public Tokens tokens(Segment segment) {
        return switch (segment) {
            case POST -> reading.own;
            case PARENT -> reading.parent;
            case ROOT -> reading.root;
            case PAGE -> Tokens.EMPTY;
        };
    }

    /**
     * Tells whether the post itself says anything in words.
     *
     * @return false for a post of pictures, links or emoji only
     */
    public boolean hasWords() {
        return reading.own.size() > 0;
    }

    /**
     * Returns the hash of the post's own folded words, by which exact copies are found.
     *
     * @return the same for texts that differ only in case, {@code ё}, punctuation, emoji, links and markup
     */
    public TextHash normalisedHash() {
        return reading.own.hash();
    }

    @Override
    public String toString() {
        return "text of " + reading.post();
    }
}
