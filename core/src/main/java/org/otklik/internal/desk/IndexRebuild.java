package org.otklik.internal.desk;

import java.util.List;
import java.util.Optional;
import org.otklik.access.Actor;
import org.otklik.incident.IncidentQuery;
import org.otklik.internal.codec.IncidentJson;
import org.otklik.internal.decide.PersonDecisions;
import org.otklik.internal.decide.Understander;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.PostRow;

/** Fills the index of similar posts from the newest open incidents, since it lives in memory only. */
final class IndexRebuild {

    private static final int PAGE = 500;
    private static final int MOST = 10_000;

    private final Sessions sessions;
    private final Understander understander;
    private final PersonDecisions decisions;

    IndexRebuild(Sessions sessions, Understander understander) {
        this.sessions = sessions;
        this.understander = understander;
        this.decisions = new PersonDecisions(sessions.parts(), understander);
    }

    void run() {
        IncidentQuery query = IncidentQuery.open().by(IncidentQuery.Sort.NEWEST).limit(PAGE);
        int filled = 0;
        List<IncidentRow> rows;
        do {
            IncidentQuery page = query;
            rows = sessions.run(Actor.system(), session -> {
                List<IncidentRow> found = session.stores().incidents().query(page);
                found.forEach(row -> insert(session, row));
                return found;
            });
            filled += rows.size();
            if (!rows.isEmpty()) {
                IncidentRow last = rows.get(rows.size() - 1);
                query = query.after(new IncidentQuery.PageKey(
                        Optional.of(last.summary().registeredAt()),
                        last.summary().id().value()));
            }
        } while (rows.size() == PAGE && filled < MOST);
    }

    private void insert(Session session, IncidentRow row) {
        PostId first = IncidentJson.read(sessions.parts().json(), row).firstPost();
        PostRow post = session.stores().posts().find(List.of(first)).get(first);
        if (post != null && post.content().isPresent()) {
            Post inContext = decisions.inContext(session, List.of(post)).get(0);
            understander
                    .tryToUnderstand(inContext)
                    .ifPresent(meaning ->
                            sessions.parts().similarity().insert(row.summary().id(), meaning.fingerprint()));
        }
    }
}
