package org.otklik.internal.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final OwnWords ownWords;
    private final Map<Pseudonym, OfficialAccount> officials = new HashMap<>();

    ContextReader(DeskParts parts) {
        this.parts = parts;
        this.reader = new PostReader(parts);
        this.pages = new Pages(parts.region());
        this.ownWords = new OwnWords(parts);
        for (OfficialAccount account : parts.region().accounts().all()) {
            NetworkId network = account.account().network();
            account.authorIds()
                    .forEach(author -> officials.put(
                            parts.key().pseudonym(new AuthorRef(network, author, Optional.empty())), account));
        }
    }

    List<Waiting> read(Session session, List<ClaimedPost> claimed) {
        Map<PostId, Post> posts = new HashMap<>();
        claimed.forEach(one -> posts.put(one.row().id(), reader.read(one.row())));
        Ancestors above = Ancestors.of(session, posts.values());
        return claimed.stream()
                .map(one -> waiting(
                        session, one, Objects.requireNonNull(posts.get(one.row().id())), above))
                .toList();
    }

    private Waiting waiting(Session session, ClaimedPost claimed, Post post, Ancestors above) {
        PostRow row = claimed.row();
        Optional<Ancestors.Line> thread = above.thread(post);
        Optional<OfficialAccount> official =
                row.facts().author().flatMap(who -> Optional.ofNullable(officials.get(who)));
        Discussion known = discussion(post, above);
        Discussion discussion = thread.filter(Ancestors.Line::underOwnReply)
                .map(under -> ownWords.complete(session, known, under.incident()))
                .orElse(known);
        return new Waiting(
                row,
                claimed.attempt(),
                post.toBuilder().discussion(discussion).build(),
                thread.map(Ancestors.Line::incident),
                thread.filter(Ancestors.Line::underOwnReply).isPresent(),
                official,
                null,
                Optional.empty());
    }

    private Discussion discussion(Post post, Ancestors above) {
        Discussion given = post.discussion();
        Optional<PostRow> parent = above.find(given.parent());
        Optional<PostRow> root =
                parent.flatMap(known -> above.find(known.facts().parent()));
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
