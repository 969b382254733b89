package org.otklik.internal.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.Privacy;
import org.otklik.access.AccessRequest;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.incident.SignalEvent;
import org.otklik.internal.codec.HashChain;
import org.otklik.internal.unit.Rows;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.AuthorRef;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.StreamHead;
import org.otklik.spi.storage.StreamId;

/** The work on personal data. */
public final class DefaultPrivacy implements Privacy {

    private static final int MOST_POSTS = 100_000;
    private static final int PAGE = 5_000;

    private final Sessions sessions;

    /** Creates the service. */
    public DefaultPrivacy(Sessions sessions) {
        this.sessions = sessions;
    }

    private boolean permits(Actor actor, Operation operation) {
        return sessions.parts().authorizer().permits(new AccessRequest(actor, operation, Set.of()));
    }

    @Override
    public Result<Erasure> erase(Actor actor, AuthorRef author) {
        if (!permits(actor, Operation.ERASE_AUTHOR)) {
            return Result.refused(RefusalCode.NOT_PERMITTED, Operation.ERASE_AUTHOR);
        }
        Pseudonym who = sessions.parts().key().pseudonym(author);
        return sessions.run(actor, session -> {
            List<PostRow> posts = session.stores().posts().ofAuthor(who, MOST_POSTS);
            record(session, posts);
            int texts = session.stores().texts().eraseOf(who);
            boolean handle = session.stores().authors().forget(who);
            return Result.done(new Erasure(posts.size(), texts, handle));
        });
    }

    /** Every node hears of it and forgets what it remembers of the posts. */
    private static void record(Session session, List<PostRow> posts) {
        if (!posts.isEmpty()) {
            session.stores()
                    .posts()
                    .update(posts.stream()
                            .map(row -> Rows.record(session, row, new SignalEvent.Erased()))
                            .toList());
        }
    }

    @Override
    public Result<String> verifyChain(Actor actor) {
        if (!permits(actor, Operation.VIEW_REPORT)) {
            return Result.refused(RefusalCode.NOT_PERMITTED, Operation.VIEW_REPORT);
        }
        Map<StreamId, StreamHead> heads = new HashMap<>();
        long sequence = 0;
        List<SequencedEvent> page;
        do {
            long from = sequence;
            page = sessions.run(actor, session -> session.stores().events().after(from, PAGE));
            for (SequencedEvent event : page) {
                EventRow row = event.event();
                StreamHead before = heads.getOrDefault(row.stream(), StreamHead.EMPTY);
                if (event.sequence() != sequence + 1 || !HashChain.fits(before, row)) {
                    return Result.done(row.stream() + " v" + row.version());
                }
                heads.put(row.stream(), new StreamHead(row.version(), row.hash()));
                sequence = event.sequence();
            }
        } while (page.size() == PAGE);
        return Result.done("");
    }
}
