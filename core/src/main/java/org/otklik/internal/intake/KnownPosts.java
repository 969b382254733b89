package org.otklik.internal.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.incident.SignalEvent;
import org.otklik.internal.codec.StoredContent;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.Rows;
import org.otklik.internal.unit.Session;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.post.PostRevision;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;

/** What a change does to a post that is stored already: nothing, a revision, or a tombstone. */
final class KnownPosts {

    private final DeskParts parts;
    private final Deletions deletions;

    KnownPosts(DeskParts parts) {
        this.parts = parts;
        this.deletions = new Deletions(parts);
    }

    CaptureCount capture(Session session, List<PostChange> changes, Map<PostId, PostRow> known) {
        List<PostRow> updates = new ArrayList<>();
        Map<PostId, PostRevision> revisions = new LinkedHashMap<>();
        List<PostRow> gone = new ArrayList<>();
        List<PostRow> late = new ArrayList<>();
        for (PostChange change : changes) {
            PostRow row = known.get(change.id());
            if (row == null) {
                continue;
            }
            if (change instanceof PostChange.Present present) {
                boolean deleted = row.facts().deletedAt().isPresent();
                revise(session, row, present.post(), revisions).ifPresent(deleted ? late::add : updates::add);
            } else if (row.facts().deletedAt().isEmpty()) {
                gone.add(deletions.tombstone(session, row, ((PostChange.Gone) change).at(), revisions));
            }
        }
        int revised = updates.size();
        updates.addAll(gone);
        int seen = changes.size() - updates.size();
        updates.addAll(late);
        store(session, updates, revisions, gone);
        return new CaptureCount(0, seen, revised, gone.size());
    }

    private void store(
            Session session, List<PostRow> updates, Map<PostId, PostRevision> revisions, List<PostRow> gone) {
        if (updates.isEmpty()) {
            return;
        }
        session.stores().posts().update(updates);
        session.stores().posts().addRevisions(revisions);
        if (!gone.isEmpty()) {
            session.stores().posts().eraseTexts(gone.stream().map(PostRow::id).toList());
            deletions.tellIncidents(session, gone);
        }
    }

    private Optional<PostRow> revise(Session session, PostRow row, Post post, Map<PostId, PostRevision> revisions) {
        boolean deleted = row.facts().deletedAt().isPresent();
        String hash = ContentHash.of(parts.key(), post);
        if ((row.content().isEmpty() && !deleted) || isCurrent(row, post, hash)) {
            return Optional.empty();
        }
        Instant at = post.editedAt().orElse(post.publishedAt());
        boolean known = session.stores().posts().revisions(row.id()).stream()
                .anyMatch(revision ->
                        revision.contentHash().equals(hash) && revision.at().equals(at));
        if (known) {
            return Optional.empty();
        }
        int number = row.facts().revision() + 1;
        PostRevision.Kind kind = post.editedAt().isPresent() ? PostRevision.Kind.EDITED : PostRevision.Kind.PUBLISHED;
        Optional<String> text = deleted ? Optional.empty() : Optional.of(post.text());
        revisions.put(row.id(), new PostRevision(number, kind, at, hash, text));
        PostRow counted = Rows.withFacts(row, Rows.revision(row.facts(), number));
        return Optional.of(!deleted && isNewer(row, post, hash) ? current(session, counted, post, hash) : counted);
    }

    private boolean isCurrent(PostRow row, Post post, String hash) {
        return row.content().isPresent()
                && hash.equals(row.facts().contentHash())
                && post.editedAt().equals(editedAt(row));
    }

    private Optional<Instant> editedAt(PostRow row) {
        return row.content()
                .flatMap(json -> parts.json().read(json, StoredContent.class).editedAt());
    }

    /**
     * Networks that tell no time of an edit show the present text, so what comes later is newer. Of two edits at one
     * instant the hash decides, so that every order of arrival ends alike.
     */
    private boolean isNewer(PostRow row, Post post, String hash) {
        Optional<Instant> stored = editedAt(row);
        if (stored.isEmpty() || post.editedAt().isEmpty()) {
            return stored.isEmpty();
        }
        int order = post.editedAt().get().compareTo(stored.get());
        return order > 0 || (order == 0 && hash.compareTo(row.facts().contentHash()) > 0);
    }

    private PostRow current(Session session, PostRow row, Post post, String hash) {
        PostRow renewed = Rows.withContent(
                Rows.withFacts(row, Rows.contentHash(row.facts(), hash)),
                Optional.of(parts.json().write(StoredContent.of(post))));
        if (hash.equals(row.facts().contentHash())) {
            return renewed;
        }
        SignalEvent event = new SignalEvent.Revised(row.facts().revision(), hash);
        PostRow recorded = Rows.record(session, renewed, event);
        boolean decideAgain = row.link().incident().isEmpty();
        return decideAgain ? Rows.in(recorded, SignalState.CAPTURED, Optional.empty()) : recorded;
    }
}
