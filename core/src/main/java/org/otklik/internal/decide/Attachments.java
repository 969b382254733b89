package org.otklik.internal.decide;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.access.Operation;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.TransitionTable;
import org.otklik.internal.incident.Answers;
import org.otklik.internal.incident.Scales;
import org.otklik.internal.unit.Clocks;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.OwnReplies;
import org.otklik.internal.unit.Rows;
import org.otklik.internal.unit.Session;
import org.otklik.place.Location;
import org.otklik.post.PostId;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.PostRow;

/**
 * Attaches posts to incidents within one transaction: the posts carry the link, the incident only counts, and it moves
 * only where a post changes what is owed.
 */
public final class Attachments {

    private final Session session;
    private final Map<IncidentId, Optional<OpenIncident>> open = new HashMap<>();
    private final Map<IncidentId, Growth> growth = new LinkedHashMap<>();

    private static final class Growth {
        private int total;
        private int awaiting;
        private @Nullable Instant last;
    }

    /** Creates the attachments of a transaction. */
    public Attachments(Session session) {
        this.session = session;
    }

    /** Loads an incident once, following it to the survivor of a merge. */
    Optional<OpenIncident> find(IncidentId id) {
        return open.computeIfAbsent(id, wanted -> OpenIncident.find(session, wanted));
    }

    /** Takes up an incident that was registered in this transaction. */
    void add(OpenIncident incident) {
        open.put(incident.incident().id(), Optional.of(incident));
    }

    /** Finds the incident that goes on where this one was joined away. */
    public Optional<OpenIncident> survivor(IncidentId id) {
        Optional<OpenIncident> at = find(id);
        while (at.isPresent() && at.get().incident().life().mergedInto().isPresent()) {
            at = find(at.get().incident().life().mergedInto().orElseThrow());
        }
        return at;
    }

    /** Tells whether an incident, or its survivor, still takes posts. */
    boolean takesPosts(IncidentId id) {
        return survivor(id)
                .filter(one -> TransitionTable.allows(one.incident().state(), Operation.ATTACH))
                .isPresent();
    }

    /** Attaches a post; the row gets its link, and what the post tells of places may widen the incident. */
    public PostRow attach(PostRow row, IncidentId wanted, Location location) {
        OpenIncident to = survivor(wanted).orElseThrow();
        Scales.hear(to, location);
        IncidentId id = to.incident().id();
        Growth grown = growth.computeIfAbsent(id, none -> new Growth());
        grown.total++;
        PostRow.Link link = link(row, id);
        if (link.answer() == AnswerState.AWAITING) {
            grown.awaiting++;
            Answers.latePost(to);
        }
        Instant published = row.facts().publishedAt();
        grown.last = grown.last == null || grown.last.isBefore(published) ? published : grown.last;
        return Rows.linked(row, link);
    }

    /** Returns the link of a post to an incident; a deleted post needs no answer. */
    static PostRow.Link link(PostRow row, IncidentId incident) {
        boolean gone = row.facts().deletedAt().isPresent();
        return PostRow.Link.to(incident, gone ? AnswerState.WAIVED : AnswerState.AWAITING);
    }

    /** Tells whether a post is the answer of the author to a public question of its incident, and takes it as such. */
    boolean authorReplied(Waiting post) {
        Optional<OpenIncident> asked = post.thread()
                .flatMap(this::survivor)
                .filter(one -> one.incident().life().waitsForAuthor())
                .filter(one -> isAuthor(one.incident(), post.row()));
        asked.ifPresent(one -> {
            one.record(new IncidentEvent.AuthorReplied(post.row().id()));
            one.record(Clocks.resumeBodyClocks(one.incident(), session.now()));
        });
        return asked.isPresent();
    }

    /**
     * Tells whether the author of an incident asks something right under our reply: that needs an answer, even in words
     * that no rule knows. Thanks ask nothing, and a quarrel beside it is not said to us.
     */
    boolean authorAsksOn(Waiting post) {
        return post.underOwnReply()
                && post.post().text().contains("?")
                && post.post()
                        .discussion()
                        .parent()
                        .flatMap(parent -> OwnReplies.incident(session, parent))
                        .flatMap(this::survivor)
                        .filter(one -> isAuthor(one.incident(), post.row()))
                        .isPresent();
    }

    private boolean isAuthor(Incident incident, PostRow row) {
        PostId first = incident.firstPost();
        return row.facts().author().isPresent()
                && Optional.ofNullable(
                                session.stores().posts().find(List.of(first)).get(first))
                        .map(known -> known.facts().author())
                        .filter(row.facts().author()::equals)
                        .isPresent();
    }

    /** Writes incidents that moved, and counts what was attached; the posts themselves must be written before. */
    public void save() {
        growth.forEach((id, grown) -> find(id).ifPresent(one -> {
            int before = one.incident().posts().total();
            Scales.count(one, before, before + grown.total);
        }));
        open.values().forEach(one -> one.ifPresent(OpenIncident::save));
        growth.forEach((id, grown) ->
                session.stores().incidents().count(id, grown.total, grown.awaiting, Optional.ofNullable(grown.last)));
    }
}
