package org.otklik.post;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Post}; for one thread. Times are kept in whole microseconds, as databases do. */
public final class PostBuilder {

    /** The longest text that is kept, in characters; a longer one is cut here and marked with an ellipsis. */
    public static final int LONGEST_TEXT = 100_000;

    private final PostId id;
    private final Instant publishedAt;
    private @Nullable Instant editedAt;
    private String text = "";
    private @Nullable AuthorRef author;
    private @Nullable Link link;
    private List<MediaRef> media = List.of();
    private Discussion discussion = Discussion.NONE;
    private @Nullable GeoPoint point;
    private @Nullable String matchedQuery;

    PostBuilder(PostId id, Instant publishedAt) {
        this.id = Objects.requireNonNull(id, "id");
        this.publishedAt = publishedAt.truncatedTo(ChronoUnit.MICROS);
    }

    PostBuilder(Post post) {
        this(post.id(), post.publishedAt());
        editedAt = post.editedAt().orElse(null);
        text = post.text();
        author = post.author().orElse(null);
        link = post.address().map(Link::of).orElse(null);
        media = post.media();
        discussion = post.discussion();
        point = post.point().orElse(null);
        matchedQuery = post.matchedQuery().orElse(null);
    }

    /**
     * Sets what is written.
     *
     * @param value any text
     * @return this builder
     */
    public PostBuilder text(String value) {
        String clean = CleanText.of(value);
        text = clean.length() <= LONGEST_TEXT ? clean : cut(clean);
        return this;
    }

    private static String cut(String text) {
        int end = LONGEST_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /**
     * Sets when the post was last edited.
     *
     * @param value the network's own time
     * @return this builder
     */
    public PostBuilder editedAt(Instant value) {
        editedAt = value.truncatedTo(ChronoUnit.MICROS);
        return this;
    }

    /**
     * Sets who wrote it.
     *
     * @param value the author
     * @return this builder
     */
    public PostBuilder author(AuthorRef value) {
        author = Objects.requireNonNull(value, "author");
        return this;
    }

    /**
     * Sets where a person can see it.
     *
     * @param value an absolute address
     * @return this builder
     */
    public PostBuilder address(URI value) {
        link = Link.of(value);
        return this;
    }

    /**
     * Sets where a person can see it, as the network tells it. Cheaper than a {@link URI}, which is made when it is asked for.
     *
     * @param value an address with {@code http} or {@code https}; what is none changes nothing
     * @return this builder
     */
    public PostBuilder address(String value) {
        Link.of(value).ifPresent(known -> link = known);
        return this;
    }

    /**
     * Sets pictures, films and files.
     *
     * @param values in the network's order
     * @return this builder
     */
    public PostBuilder media(List<MediaRef> values) {
        media = List.copyOf(values);
        return this;
    }

    /**
     * Sets what the post answers and on whose page it stands.
     *
     * @param value the discussion
     * @return this builder
     */
    public PostBuilder discussion(Discussion value) {
        discussion = Objects.requireNonNull(value, "discussion");
        return this;
    }

    /**
     * Sets where the post says it was written.
     *
     * @param value the point
     * @return this builder
     */
    public PostBuilder point(GeoPoint value) {
        point = Objects.requireNonNull(value, "point");
        return this;
    }

    /**
     * Sets why the network's search returned the post.
     *
     * @param value name of the query
     * @return this builder
     */
    public PostBuilder matchedQuery(String value) {
        matchedQuery = CleanText.of(value);
        return this;
    }

    /**
     * Removes the author, for readers who may not see him.
     *
     * @return this builder
     */
    public PostBuilder withoutAuthor() {
        author = null;
        return this;
    }

    /**
     * Builds the post.
     *
     * @return an immutable post
     */
    public Post build() {
        return new DefaultPost(
                id,
                publishedAt,
                Optional.ofNullable(editedAt),
                text,
                Optional.ofNullable(author),
                Optional.ofNullable(link),
                media,
                discussion,
                Optional.ofNullable(point),
                Optional.ofNullable(matchedQuery));
    }
}
