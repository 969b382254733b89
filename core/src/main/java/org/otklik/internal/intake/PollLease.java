package org.otklik.internal.intake;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.otklik.access.Actor;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.AccountId;

/** The right of this node to read an account, for one step; for one thread. */
final class PollLease {

    private final Sessions sessions;
    private final String name;
    private @Nullable Instant taken;

    PollLease(Sessions sessions, AccountId account) {
        this.sessions = sessions;
        this.name = "poll:" + account;
    }

    /** Takes the lease, or prolongs it when half of it is over; false if another node holds it. */
    boolean holds() {
        Duration length = sessions.parts().limits().lease();
        Instant now = sessions.parts().now();
        if (taken != null && Duration.between(taken, now).abs().compareTo(length.dividedBy(2)) < 0) {
            return true;
        }
        taken = now;
        return sessions.run(
                Actor.system(),
                session -> session.stores().state().lease(name, sessions.parts().node(), length));
    }

    void release() {
        sessions.run(Actor.system(), session -> {
            session.stores().state().release(name, sessions.parts().node());
            return true;
        });
    }
}
