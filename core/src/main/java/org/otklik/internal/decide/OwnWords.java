package org.otklik.internal.decide;

import java.util.List;
import java.util.Optional;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.internal.codec.StoredContent;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.ReplyTexts;
import org.otklik.internal.unit.Session;
import org.otklik.post.Discussion;
import org.otklik.post.PostId;
import org.otklik.reply.Publication;
import org.otklik.spi.storage.PostRow;

/** What was said above a comment under a reply of ours: our words, and the post that they answered. */
final class OwnWords {

    private final DeskParts parts;

    OwnWords(DeskParts parts) {
        this.parts = parts;
    }

    /** Fills in what neither the network nor a stored post told. */
    Discussion complete(Session session, Discussion known, IncidentId id) {
        Optional<Incident> incident = OpenIncident.find(session, id).map(OpenIncident::incident);
        Optional<Publication> reply = incident.flatMap(one -> reply(one, known.parent()));
        Optional<PostId> answered = reply.map(Publication::target).or(() -> incident.map(Incident::firstPost));
        return new Discussion(
                known.parent(),
                known.parentText().or(() -> reply.flatMap(one -> ReplyTexts.find(session, id, one.draft()))),
                known.root().or(() -> answered),
                known.rootText().or(() -> answered.flatMap(post -> text(session, post))),
                known.page(),
                known.pagePlace());
    }

    private static Optional<Publication> reply(Incident incident, Optional<PostId> parent) {
        return parent.flatMap(id -> incident.publications().stream()
                .filter(one -> one.target().network().equals(id.network()))
                .filter(one -> one.nativeReplyId().filter(id.nativeId()::equals).isPresent())
                .findFirst());
    }

    private Optional<String> text(Session session, PostId post) {
        return Optional.ofNullable(session.stores().posts().find(List.of(post)).get(post))
                .flatMap(PostRow::content)
                .map(json -> parts.json().read(json, StoredContent.class).text());
    }
}
