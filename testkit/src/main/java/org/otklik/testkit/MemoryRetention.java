package org.otklik.testkit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.otklik.id.IncidentId;
import org.otklik.post.Pseudonym;
import org.otklik.post.RetentionCategory;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.RetentionStore;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.TextRow;

/** What was kept long enough, in memory. */
record MemoryRetention(MemoryPosts posts, MemoryIncidents incidents, MemoryTexts texts, MemoryAuthors authors)
        implements RetentionStore {

    @Override
    public long count(RetentionCategory category, Instant before) {
        return switch (category) {
            case DISMISSED_POSTS -> dismissed(before).count();
            case CLOSED_POSTS -> closed(before).count();
            case CLOSED_TEXTS -> closedTexts(before).count();
            case AUTHORS -> authors.seenBefore(before).count();
        };
    }

    @Override
    public List<PostRow> posts(RetentionCategory category, Instant before, int limit) {
        return switch (category) {
            case DISMISSED_POSTS -> dismissed(before).limit(limit).toList();
            case CLOSED_POSTS -> closed(before).limit(limit).toList();
            case CLOSED_TEXTS, AUTHORS -> List.of();
        };
    }

    private Stream<PostRow> dismissed(Instant before) {
        return posts.withContent()
                .filter(row -> row.signal() == SignalState.REJECTED)
                .filter(row -> row.facts().publishedAt().isBefore(before));
    }

    private Stream<PostRow> closed(Instant before) {
        return posts.withContent()
                .filter(row ->
                        row.link().incident().filter(id -> isClosed(id, before)).isPresent());
    }

    private Stream<TextRow> closedTexts(Instant before) {
        return texts.ofKind(StreamId.Kind.INCIDENT)
                .filter(row -> isClosed(IncidentId.of(row.owner().id()), before));
    }

    private boolean isClosed(IncidentId id, Instant before) {
        return incidents
                .find(id)
                .filter(row ->
                        !row.summary().state().isOpen() && row.updatedAt().isBefore(before))
                .isPresent();
    }

    @Override
    public int eraseTexts(Instant before, int limit) {
        List<TextRow> old = closedTexts(before).limit(limit).toList();
        old.forEach(texts::remove);
        return old.size();
    }

    @Override
    public List<Pseudonym> forgetAuthors(Instant before, int limit) {
        List<Pseudonym> old = authors.seenBefore(before)
                .limit(limit)
                .map(AuthorRow::pseudonym)
                .toList();
        old.forEach(authors::forget);
        return old;
    }
}
