package org.otklik.internal.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.id.IncidentId;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.SignalEvent;
import org.otklik.internal.incident.Answers;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.Rows;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Verdict;
import org.otklik.post.PostId;
import org.otklik.post.PostRevision;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;

/** What follows when the network deletes a post: the text goes, the tombstone stays, its incident is told. */
final class Deletions {

    private final DeskParts parts;

    Deletions(DeskParts parts) {
        this.parts = parts;
    }

    PostRow tombstone(Session session, PostRow row, Instant at, Map<PostId, PostRevision> revisions) {
        int number = row.facts().revision() + 1;
        String nothing = ContentHash.ofNothing(parts.key());
        revisions.put(row.id(), new PostRevision(number, PostRevision.Kind.DELETED, at, nothing, Optional.empty()));
        PostRow.Facts facts = Rows.contentHash(Rows.deleted(Rows.revision(row.facts(), number), at), nothing);
        PostRow bare = Rows.withContent(Rows.withFacts(row, facts), Optional.empty());
        PostRow recorded = Rows.record(session, bare, new SignalEvent.Removed(at));
        return row.link().incident().isPresent()
                ? recorded
                : Rows.in(
                        recorded,
                        SignalState.REJECTED,
                        Optional.of(parts.json().write(Verdict.because(Verdict.SOURCE_GONE))));
    }

    void tellIncidents(Session session, List<PostRow> gone) {
        Map<IncidentId, List<PostId>> byIncident = gone.stream()
                .filter(row -> row.link().incident().isPresent())
                .collect(Collectors.groupingBy(
                        row -> row.link().incident().orElseThrow(),
                        Collectors.mapping(PostRow::id, Collectors.toList())));
        byIncident.forEach((id, posts) -> OpenIncident.find(session, id).ifPresent(open -> tell(open, posts)));
    }

    private static void tell(OpenIncident open, List<PostId> posts) {
        posts.forEach(post -> open.record(new IncidentEvent.SourceGone(post)));
        int waived = Answers.settle(open, posts, AnswerState.WAIVED);
        if (waived > 0) {
            open.record(new IncidentEvent.Waived(waived, Verdict.SOURCE_GONE));
            Answers.finishIfSettled(open);
        }
        open.save();
    }
}
