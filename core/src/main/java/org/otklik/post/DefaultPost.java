package org.otklik.post;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The one implementation of {@link Post}. */
record DefaultPost(
        PostId id,
        Instant publishedAt,
        Optional<Instant> editedAt,
        String text,
        Optional<AuthorRef> author,
        Optional<Link> link,
        List<MediaRef> media,
        Discussion discussion,
        Optional<GeoPoint> point,
        Optional<String> matchedQuery)
        implements Post {

    @Override
    public Optional<URI> address() {
        return link.map(Link::uri);
    }

    @Override
    public PostBuilder toBuilder() {
        return new PostBuilder(this);
    }

    @Override
    public String toString() {
        return "post " + id;
    }
}
