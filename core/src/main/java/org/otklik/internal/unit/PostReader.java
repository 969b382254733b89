package org.otklik.internal.unit;

import java.util.LinkedHashMap;
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
import org.otklik.spi.storage.AccessRow;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.PostRow;

/** Rebuilds posts from their rows, with authors only for those who may see them. */
public final class PostReader {

    private final DeskParts parts;

    /** Creates a reader of a desk's posts. */
    public PostReader(DeskParts parts) {
        this.parts = parts;
    }

    /**
     * Rebuilds posts for an actor; erased ones come without text. Whose name is shown is logged.
     *
     * @param purpose what the actor asked for
     */
    public List<Post> read(Session session, List<PostRow> rows, Actor reader, Set<BodyId> owners, Operation purpose) {
        boolean mayKnow = parts.authorizer().permits(new AccessRequest(reader, Operation.VIEW_AUTHOR, owners));
        Map<Pseudonym, AuthorRow> authors = mayKnow
                ? session.stores()
                        .authors()
                        .find(rows.stream()
                                .flatMap(row -> row.facts().author().stream())
                                .collect(Collectors.toSet()))
                : Map.of();
        log(session, rows, authors.keySet(), purpose);
        return rows.stream().map(row -> read(row, authors)).toList();
    }

    /** One row for each person, with the first post in which he was seen. */
    private static void log(Session session, List<PostRow> rows, Set<Pseudonym> shown, Operation purpose) {
        Map<Pseudonym, AccessRow> accesses = new LinkedHashMap<>();
        for (PostRow row : rows) {
            row.facts()
                    .author()
                    .filter(shown::contains)
                    .ifPresent(person -> accesses.computeIfAbsent(
                            person,
                            key -> new AccessRow(
                                    0,
                                    session.now(),
                                    session.actor().id(),
                                    AccessRow.Action.SHOWN,
                                    person,
                                    row.id().toString(),
                                    purpose.name())));
        }
        if (!accesses.isEmpty()) {
            session.stores().accesses().add(accesses.values());
        }
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
