package org.otklik.internal.codec;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.id.PlaceId;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.GeoPoint;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;
import org.otklik.post.PostId;
import org.otklik.spi.storage.PostRow;

/**
 * The erasable part of a post as stored.
 *
 * <p>Texts of parent and root are not kept here: they are others' words and stand with their own posts. What a network
 * sent with the post is kept only while the post waits for its decision.
 */
public record StoredContent(
        String text,
        Optional<Instant> editedAt,
        Optional<URI> address,
        List<MediaRef> media,
        Optional<PostId> parent,
        Optional<String> parentText,
        Optional<PostId> root,
        Optional<String> rootText,
        Optional<String> page,
        Optional<PlaceId> pagePlace,
        Optional<GeoPoint> point,
        Optional<String> matchedQuery) {

    /**
     * Takes the content of a post.
     *
     * @param post the post
     * @return its content
     */
    public static StoredContent of(Post post) {
        Discussion discussion = post.discussion();
        return new StoredContent(
                post.text(),
                post.editedAt(),
                post.address(),
                post.media(),
                discussion.parent(),
                discussion.parentText(),
                discussion.root(),
                discussion.rootText(),
                discussion.page(),
                discussion.pagePlace(),
                post.point(),
                post.matchedQuery());
    }

    /**
     * Returns this content without the words of others.
     *
     * @return a copy
     */
    public StoredContent withoutContext() {
        return new StoredContent(
                text,
                editedAt,
                address,
                media,
                parent,
                Optional.empty(),
                root,
                Optional.empty(),
                page,
                pagePlace,
                point,
                matchedQuery);
    }

    /**
     * Rebuilds the post.
     *
     * @param row the row that holds it
     * @param author who wrote it, if the reader may know
     * @return the post
     */
    public Post toPost(PostRow row, Optional<AuthorRef> author) {
        PostBuilder builder = Post.builder(row.id(), row.facts().publishedAt())
                .text(text)
                .media(media)
                .discussion(new Discussion(parent, parentText, root, rootText, page, pagePlace));
        editedAt.ifPresent(builder::editedAt);
        address.ifPresent(builder::address);
        point.ifPresent(builder::point);
        matchedQuery.ifPresent(builder::matchedQuery);
        author.ifPresent(builder::author);
        return builder.build();
    }
}
