package org.otklik.internal.decide;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.id.IncidentId;
import org.otklik.internal.unit.OwnReplies;
import org.otklik.internal.unit.Session;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.storage.PostRow;

/** What stands above claimed posts, as far as it is stored: a few levels, since threads are deep and may be circles. */
final class Ancestors {

    private static final int LEVELS = 6;

    private final Session session;
    private final Map<PostId, PostRow> rows = new HashMap<>();
    private final Map<PostId, Optional<IncidentId>> ownReplies = new HashMap<>();

    /**
     * The incident of a thread.
     *
     * @param incident of the nearest ancestor that has one
     * @param underOwnReply whether that ancestor is a reply of ours
     */
    record Line(IncidentId incident, boolean underOwnReply) {}

    private Ancestors(Session session) {
        this.session = session;
    }

    static Ancestors of(Session session, Collection<Post> posts) {
        Ancestors above = new Ancestors(session);
        Set<PostId> wanted = new HashSet<>();
        for (Post post : posts) {
            post.discussion().parent().ifPresent(wanted::add);
            post.discussion().root().ifPresent(wanted::add);
        }
        for (int level = 0; level < LEVELS && !wanted.isEmpty(); level++) {
            wanted = above.fetch(wanted, level == 0);
        }
        return above;
    }

    /** Above an incident's post nothing more is asked for, but the root of a comment on it, whose text helps. */
    private Set<PostId> fetch(Set<PostId> wanted, boolean all) {
        Map<PostId, PostRow> found = session.stores().posts().find(wanted);
        rows.putAll(found);
        return found.values().stream()
                .filter(row -> all || row.link().incident().isEmpty())
                .flatMap(row -> row.facts().parent().stream())
                .filter(id -> !rows.containsKey(id))
                .collect(Collectors.toSet());
    }

    Optional<PostRow> find(Optional<PostId> id) {
        return id.flatMap(known -> Optional.ofNullable(rows.get(known)));
    }

    Optional<Line> thread(Post post) {
        Optional<PostId> at = post.discussion().parent();
        for (int level = 0; level < LEVELS && at.isPresent(); level++) {
            Optional<Line> here = at.flatMap(this::threadAt);
            if (here.isPresent()) {
                return here;
            }
            at = find(at).flatMap(row -> row.facts().parent());
        }
        return post.discussion().root().flatMap(this::threadAt);
    }

    private Optional<Line> threadAt(PostId id) {
        Optional<PostRow> row = Optional.ofNullable(rows.get(id));
        return row.flatMap(known -> known.link().incident())
                .map(incident -> new Line(incident, false))
                .or(() -> ownReplies
                        .computeIfAbsent(id, asked -> OwnReplies.incident(session, asked))
                        .map(incident -> new Line(incident, true)));
    }
}
