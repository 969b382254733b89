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

    private final Post post;
    private final Tokens own;
    private final Tokens parent;
    private final Tokens root;
    private final TextHash hash;

    private PostText(Post post, Scan scan) {
        this.post = post;
        own = scan.read(post.text());
        parent = post.discussion().parentText().map(scan::read).orElse(Tokens.EMPTY);
        root = post.discussion().rootText().map(scan::read).orElse(Tokens.EMPTY);
        hash = own.hash();
    }

    /**
     * Scans a post.
     *
     * @param post any post
     * @return its scan
     */
    public static PostText of(Post post) {
        return new PostText(Objects.requireNonNull(post, "post"), new Scan());
    }

    /**
     * Scans a text without a post, for rules and tests.
     *
     * @param text any characters
     * @return its tokens
     */
    public static Tokens tokens(String text) {
        return new Scan().read(text);
    }

    /**
     * Returns the post itself.
     *
     * @return the post that was scanned
     */
    public Post post() {
        return post;
    }

    /**
     * Returns the tokens of the post's own text.
     *
     * @return possibly none
     */
    public Tokens own() {
        return own;
    }

    /**
     * Returns the tokens of one segment.
     *
     * @param segment which text
     * @return possibly none; always none for {@link Segment#PAGE}
     */
    public Tokens tokens(Segment segment) {
        return switch (segment) {
            case POST -> own;
            case PARENT -> parent;
            case ROOT -> root;
            case PAGE -> Tokens.EMPTY;
        };
    }

    /**
     * Tells whether the post itself says anything in words.
     *
     * @return false for a post of pictures, links or emoji only
     */
    public boolean hasWords() {
        return own.size() > 0;
    }

    /**
     * Returns the hash of the post's own folded words, by which exact copies are found.
     *
     * @return the same for texts that differ only in case, {@code ё}, punctuation, emoji, links and markup
     */
    public TextHash normalisedHash() {
        return hash;
    }

    @Override
    public String toString() {
        return "text of " + post;
    }
}
