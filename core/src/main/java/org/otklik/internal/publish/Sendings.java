package org.otklik.internal.publish;

import java.util.List;
import java.util.Optional;
import org.otklik.access.Actor;
import org.otklik.incident.Incident;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.PostReader;
import org.otklik.internal.unit.ReplyTexts;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.reply.Draft;
import org.otklik.reply.DraftState;
import org.otklik.reply.ReplyHash;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.storage.OutboxRow;

/** Reads what was approved, and checks once more that it still is exactly that. */
final class Sendings {

    private final Sessions sessions;
    private final PostReader reader;

    Sendings(Sessions sessions) {
        this.sessions = sessions;
        this.reader = new PostReader(sessions.parts());
    }

    /** What may be sent. */
    record Approved(ReplyTarget target, String text) {}

    Optional<Approved> approved(OutboxRow row) {
        return sessions.run(
                Actor.system(),
                session -> OpenIncident.find(session, row.incident())
                        .map(OpenIncident::incident)
                        .flatMap(incident -> approved(session, row, incident)));
    }

    private Optional<Approved> approved(Session session, OutboxRow row, Incident incident) {
        Optional<Draft> draft = incident.draft(row.draft())
                .filter(known -> known.state() == DraftState.APPROVED)
                .filter(known -> known.targets().contains(row.target())
                        && known.account().equals(row.account()));
        return draft.flatMap(known -> ReplyTexts.find(session, row.incident(), known.id())
                .filter(text ->
                        ReplyHash.of(text, known.account(), known.targets()).equals(known.hash()))
                .map(text -> new Approved(target(session, row), text)));
    }

    private ReplyTarget target(Session session, OutboxRow row) {
        Discussion discussion = Optional.ofNullable(
                        session.stores().posts().find(List.of(row.target())).get(row.target()))
                .map(reader::read)
                .map(Post::discussion)
                .orElse(Discussion.NONE);
        return ReplyTarget.of(row.account(), row.target(), discussion);
    }
}
