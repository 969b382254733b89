package org.otklik.internal.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.Session;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.post.PostRevision;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.PostRow;

/**
 * Stores what networks report (T0). Whatever the order and however often changes come, the post ends in one state: the
 * latest edit by the network's time wins, and a deletion wins over everything.
 */
public final class Intake {

    private final DeskParts parts;
    private final NewPosts newPosts;
    private final KnownPosts knownPosts;

    /** Creates the intake of a desk. */
    public Intake(DeskParts parts) {
        this.parts = parts;
        this.newPosts = new NewPosts(parts);
        this.knownPosts = new KnownPosts(parts);
    }

    /** Stores changes that were read from a source. */
    public CaptureCount capture(Session session, String source, List<PostChange> changes) {
        CaptureCount count = CaptureCount.NONE;
        for (Map<PostId, PostChange> round : rounds(changes)) {
            count = count.plus(captureRound(session, source, round));
        }
        return count;
    }

    /** Splits changes so that no post stands twice in a round, keeping their order. */
    private static List<Map<PostId, PostChange>> rounds(List<PostChange> changes) {
        List<Map<PostId, PostChange>> rounds = new ArrayList<>();
        Map<PostId, Integer> next = new HashMap<>();
        for (PostChange change : changes) {
            int round = next.merge(change.id(), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new LinkedHashMap<>());
            }
            rounds.get(round).put(change.id(), change);
        }
        return rounds;
    }

    private CaptureCount captureRound(Session session, String source, Map<PostId, PostChange> round) {
        Map<PostId, PostRow> known = session.stores().posts().find(round.keySet());
        List<PostChange> fresh = round.values().stream()
                .filter(change -> !known.containsKey(change.id()))
                .toList();
        Set<PostId> inserted = insert(session, source, fresh);
        List<PostChange> old = round.values().stream()
                .filter(change -> !inserted.contains(change.id()))
                .toList();
        CaptureCount count = knownPosts.capture(session, old, known(session, known, old));
        long gone = fresh.stream()
                .filter(change -> change instanceof PostChange.Gone && inserted.contains(change.id()))
                .count();
        return count.plus(new CaptureCount(inserted.size() - (int) gone, 0, 0, (int) gone));
    }

    /** Another node may have inserted a post since it was looked for. */
    private static Map<PostId, PostRow> known(
            Session session, Map<PostId, PostRow> found, Collection<PostChange> changes) {
        List<PostId> missing = changes.stream()
                .map(PostChange::id)
                .filter(id -> !found.containsKey(id))
                .toList();
        if (missing.isEmpty()) {
            return found;
        }
        Map<PostId, PostRow> all = new HashMap<>(found);
        all.putAll(session.stores().posts().find(missing));
        return all;
    }

    private Set<PostId> insert(Session session, String source, List<PostChange> fresh) {
        if (fresh.isEmpty()) {
            return Set.of();
        }
        List<PostRow> rows = fresh.stream()
                .map(change -> newPosts.row(change, source, session.now()))
                .toList();
        Set<PostId> inserted = session.stores().posts().insertNew(rows);
        Map<PostId, PostRevision> revisions = new LinkedHashMap<>();
        List<AuthorRow> authors = new ArrayList<>();
        for (PostChange change : fresh) {
            if (inserted.contains(change.id())) {
                revisions.put(change.id(), newPosts.revision(change));
                addAuthor(session, change, authors);
            }
        }
        session.stores().posts().addRevisions(revisions);
        session.stores().authors().remember(authors);
        return inserted;
    }

    private void addAuthor(Session session, PostChange change, List<AuthorRow> authors) {
        if (change instanceof PostChange.Present present) {
            Post post = present.post();
            post.author()
                    .map(author -> new AuthorRow(parts.key().pseudonym(author), author, session.now()))
                    .ifPresent(authors::add);
        }
    }
}
