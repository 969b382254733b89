package org.otklik.internal.privacy;

import java.util.Collection;
import java.util.List;
import org.otklik.incident.SignalEvent;
import org.otklik.internal.unit.Rows;
import org.otklik.internal.unit.Session;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.AccessRow;
import org.otklik.spi.storage.PostRow;

/** What is written down when personal data goes. */
final class Erasures {

    private Erasures() {}

    /** Every node hears of it and forgets what it remembers of the posts. */
    static void record(Session session, List<PostRow> posts) {
        if (!posts.isEmpty()) {
            session.stores()
                    .posts()
                    .update(posts.stream()
                            .map(row -> Rows.record(session, row, new SignalEvent.Erased()))
                            .toList());
        }
    }

    static void log(Session session, Collection<Pseudonym> persons, String reason) {
        session.stores()
                .accesses()
                .add(persons.stream()
                        .map(person -> new AccessRow(
                                0, session.now(), session.actor().id(), AccessRow.Action.ERASED, person, "", reason))
                        .toList());
    }
}
