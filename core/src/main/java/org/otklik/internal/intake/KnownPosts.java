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
        for (PostChange change : changes) {
            PostRow row = known.get(change.id());
            if (row == null || row.facts().deletedAt().isPresent()) {
                continue;
            }
            if (change instanceof PostChange.Gone deleted) {
                gone.add(deletions.tombstone(session, row, deleted.at(), revisions));
            } else {
                revise(session, row, ((PostChange.Present) change).post(), revisions)
                        .ifPresent(updates::add);
            }
        }
        int revised = updates.size();
        updates.addAll(gone);
        store(session, updates, revisions, gone);
        return new CaptureCount(0, changes.size() - updates.size(), revised, gone.size());
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
        String hash = ContentHash.of(parts.key(), post);
        if (hash.equals(row.facts().contentHash()) || row.content().isEmpty()) {
            return Optional.empty();
        }
        boolean known = session.stores().posts().revisions(row.id()).stream()
                .anyMatch(revision -> revision.contentHash().equals(hash));
        if (known) {
            return Optional.empty();
        }
        int number = row.facts().revision() + 1;
        Instant at = post.editedAt().orElse(post.publishedAt());
        PostRevision.Kind kind = post.editedAt().isPresent() ? PostRevision.Kind.EDITED : PostRevision.Kind.PUBLISHED;
        revisions.put(row.id(), new PostRevision(number, kind, at, hash, Optional.of(post.text())));
        PostRow counted = Rows.withFacts(row, Rows.revision(row.facts(), number));
        return Optional.of(isNewer(row, post) ? current(session, counted, post, hash) : counted);
    }

    /** Networks that tell no time of an edit show the present text, so what comes later is newer. */
    private boolean isNewer(PostRow row, Post post) {
        Optional<Instant> stored = row.content()
                .flatMap(json -> parts.json().read(json, StoredContent.class).editedAt());
        return post.editedAt().isPresent()
                ? stored.isEmpty() || post.editedAt().get().isAfter(stored.get())
                : stored.isEmpty();
    }

    private PostRow current(Session session, PostRow row, Post post, String hash) {
        PostRow renewed = Rows.withContent(
                Rows.withFacts(row, Rows.contentHash(row.facts(), hash)),
                Optional.of(parts.json().write(StoredContent.of(post))));
        SignalEvent event = new SignalEvent.Revised(row.facts().revision(), hash);
        PostRow recorded = Rows.record(session, renewed, event);
        boolean decideAgain = row.link().incident().isEmpty();
        return decideAgain ? Rows.in(recorded, SignalState.CAPTURED, Optional.empty()) : recorded;
    }
}
