package org.otklik.internal.unit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.access.AccessRequest;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.id.BodyId;
import org.otklik.internal.codec.StoredContent;
import org.otklik.post.Post;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.PostRow;

/** Rebuilds posts from their rows, with authors only for those who may see them. */
public final class PostReader {

    private final DeskParts parts;

    /** Creates a reader of a desk's posts. */
    public PostReader(DeskParts parts) {
        this.parts = parts;
    }

    /** Rebuilds posts for an actor; erased ones come without text. */
    public List<Post> read(Session session, List<PostRow> rows, Actor reader, Set<BodyId> owners) {
        boolean mayKnow = parts.authorizer().permits(new AccessRequest(reader, Operation.VIEW_AUTHOR, owners));
        Map<Pseudonym, AuthorRow> authors = mayKnow
                ? session.stores()
                        .authors()
                        .find(rows.stream()
                                .flatMap(row -> row.facts().author().stream())
                                .collect(Collectors.toSet()))
                : Map.of();
        return rows.stream().map(row -> read(row, authors)).toList();
    }

    /** Rebuilds a post without its author. */
    public Post read(PostRow row) {
        return read(row, Map.of());
    }

    private Post read(PostRow row, Map<Pseudonym, AuthorRow> authors) {
        var author = row.facts()
                .author()
                .flatMap(known -> Optional.ofNullable(authors.get(known)))
                .map(AuthorRow::author);
        return row.content()
                .map(json -> parts.json().read(json, StoredContent.class).toPost(row, author))
                .orElseGet(
                        () -> Post.builder(row.id(), row.facts().publishedAt()).build());
    }
}
