package org.otklik.post;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A post or comment as a network shows it; immutable.
 *
 * <p>Sealed because it is data that storages rebuild; make one with {@link #builder(PostId, Instant)}. Texts have every
 * U+0000 and unpaired surrogate replaced by U+FFFD. {@link Object#toString()} names the post and shows no text.
 */
public sealed interface Post permits DefaultPost {

    /**
     * Starts a post.
     *
     * @param id network and native id
     * @param publishedAt the network's own time of publication
     * @return a builder
     */
    static PostBuilder builder(PostId id, Instant publishedAt) {
        return new PostBuilder(id, publishedAt);
    }

    /**
     * Tells which post this is.
     *
     * @return network and native id
     */
    PostId id();

    /**
     * Tells when the network published the post.
     *
     * @return the network's own time
     */
    Instant publishedAt();

    /**
     * Tells when the network says that the post was last edited.
     *
     * @return the time, or empty when it was never edited or the network does not tell
     */
    Optional<Instant> editedAt();

    /**
     * Returns what is written.
     *
     * @return the text, empty when the post has only media
     */
    String text();

    /**
     * Tells who wrote it.
     *
     * @return the author, or empty when the network hides him, he was erased, or the reader has no right to see him
     */
    Optional<AuthorRef> author();

    /**
     * Tells where a person can see the post.
     *
     * @return an address, if the network has one
     */
    Optional<URI> address();

    /**
     * Lists pictures, films and files.
     *
     * @return immutable, possibly empty
     */
    List<MediaRef> media();

    /**
     * Tells what the post answers and on whose page it stands.
     *
     * @return never absent; {@link Discussion#NONE} when nothing is known
     */
    Discussion discussion();

    /**
     * Tells where the post says it was written.
     *
     * @return a point, if the network gave one
     */
    Optional<GeoPoint> point();

    /**
     * Tells why the network's search returned the post.
     *
     * @return the name of the region pack's query, if a query found it
     */
    Optional<String> matchedQuery();

    /**
     * Returns a builder filled with this post.
     *
     * @return a builder
     */
    PostBuilder toBuilder();
}
