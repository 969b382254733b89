package org.otklik.internal.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.internal.codec.StoredContent;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.PostReader;
import org.otklik.internal.unit.Session;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.post.Pseudonym;
import org.otklik.route.OfficialAccount;
import org.otklik.spi.storage.ClaimedPost;
import org.otklik.spi.storage.PostRow;

/** Gathers what stands around claimed posts: parents, roots, pages, official authors. */
final class ContextReader {

    private final DeskParts parts;
    private final PostReader reader;
    private final Pages pages;
    private final Map<Pseudonym, OfficialAccount> officials = new HashMap<>();

    ContextReader(DeskParts parts) {
        this.parts = parts;
        this.reader = new PostReader(parts);
        this.pages = new Pages(parts.region());
        for (OfficialAccount account : parts.region().accounts().all()) {
            NetworkId network = account.account().network();
            account.authorIds()
                    .forEach(author -> officials.put(
                            parts.key().pseudonym(new AuthorRef(network, author, Optional.empty())), account));
        }
    }

    List<Waiting> read(Session session, List<ClaimedPost> claimed) {
        Set<PostId> parents = claimed.stream()
                .flatMap(post -> post.row().facts().parent().stream())
                .collect(Collectors.toSet());
        Map<PostId, PostRow> around = new HashMap<>(session.stores().posts().find(parents));
        Set<PostId> roots = around.values().stream()
                .flatMap(row -> row.facts().parent().stream())
                .filter(id -> !around.containsKey(id))
                .collect(Collectors.toSet());
        if (!roots.isEmpty()) {
            around.putAll(session.stores().posts().find(roots));
        }
        return claimed.stream()
                .map(post -> waiting(post.row(), post.attempt(), around))
                .toList();
    }

    private Waiting waiting(PostRow row, int attempt, Map<PostId, PostRow> around) {
        Optional<PostRow> parent = find(row.facts().parent(), around);
        Optional<PostRow> root = parent.flatMap(known -> find(known.facts().parent(), around));
        Post post = reader.read(row);
        Post inContext =
                post.toBuilder().discussion(discussion(post, parent, root)).build();
        Optional<IncidentId> thread = parent.flatMap(known -> known.link().incident())
                .or(() -> root.flatMap(known -> known.link().incident()));
        Optional<OfficialAccount> official =
                row.facts().author().flatMap(who -> Optional.ofNullable(officials.get(who)));
        return new Waiting(row, attempt, inContext, thread, official, null, Optional.empty());
    }

    private static Optional<PostRow> find(Optional<PostId> id, Map<PostId, PostRow> around) {
        return id.flatMap(known -> Optional.ofNullable(around.get(known)));
    }

    private Discussion discussion(Post post, Optional<PostRow> parent, Optional<PostRow> root) {
        Discussion given = post.discussion();
        Optional<StoredContent> parentContent = content(parent);
        Optional<String> page = given.page().or(() -> parentContent.flatMap(StoredContent::page));
        Optional<PlaceId> place = given.pagePlace()
                .or(() -> page.flatMap(name -> pages.placeOf(post.id().network(), name)))
                .or(() -> parentContent.flatMap(StoredContent::pagePlace));
        return new Discussion(
                given.parent(),
                given.parentText().or(() -> parentContent.map(StoredContent::text)),
                given.root().or(() -> root.map(PostRow::id)),
                given.rootText().or(() -> content(root).map(StoredContent::text)),
                page,
                place);
    }

    private Optional<StoredContent> content(Optional<PostRow> row) {
        return row.flatMap(PostRow::content).map(json -> parts.json().read(json, StoredContent.class));
    }
}
