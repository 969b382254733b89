package org.otklik.internal.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.otklik.NotifyReport;
import org.otklik.access.Actor;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.spi.Notifier;
import org.otklik.spi.storage.NoticeRow;

/**
 * Hands notices to the host's notifier, outside of transactions. One node at a time does it, under a lease, so that
 * notices about one subject come in their order.
 */
public final class Teller {

    private static final String LEASE = "notices";

    private final Sessions sessions;

    /** The lease is the node's, so it does not keep the threads of one node apart. */
    private final ReentrantLock busy = new ReentrantLock();

    /** Creates the teller of a desk. */
    public Teller(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Does one bounded step. */
    public NotifyReport tellDue() {
        return sessions.parts().notifier().map(this::tellDue).orElse(NotifyReport.NOTHING);
    }

    private NotifyReport tellDue(Notifier notifier) {
        if (!busy.tryLock()) {
            return NotifyReport.NOTHING;
        }
        try {
            return tellClaimed(notifier);
        } finally {
            busy.unlock();
        }
    }

    private NotifyReport tellClaimed(Notifier notifier) {
        Optional<List<NoticeRow>> due = sessions.run(Actor.system(), this::claim);
        if (due.isEmpty()) {
            return NotifyReport.NOTHING;
        }
        Telling telling = new Telling(sessions.parts().now());
        try {
            tell(notifier, due.get(), telling);
        } finally {
            sessions.run(Actor.system(), session -> settle(session, telling));
        }
        return telling.report();
    }

    /** The lease is taken and the rows are read in one transaction; empty while another node tells. */
    private Optional<List<NoticeRow>> claim(Session session) {
        List<NoticeRow> due = session.stores()
                .notices()
                .due(session.now(), session.parts().limits().batch());
        if (due.isEmpty()
                || !session.stores()
                        .state()
                        .lease(LEASE, holder(), session.parts().limits().lease())) {
            return Optional.empty();
        }
        return Optional.of(session.stores().notices().due(session.now(), due.size()));
    }

    private String holder() {
        return sessions.parts().node();
    }

    /** A slow notifier must not outlast the lease, or another node would tell the same. */
    private void tell(Notifier notifier, List<NoticeRow> due, Telling telling) {
        Duration half = sessions.parts().limits().lease().dividedBy(2);
        Instant end = sessions.parts().now().plus(half);
        for (NoticeRow row : due) {
            if (sessions.parts().now().isAfter(end)) {
                return;
            }
            telling.tell(notifier, row);
        }
    }

    private Telling settle(Session session, Telling telling) {
        session.stores().notices().remove(telling.told());
        session.stores().notices().update(telling.failed());
        session.stores().state().release(LEASE, holder());
        return telling;
    }
}
