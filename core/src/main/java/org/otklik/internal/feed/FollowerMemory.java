package org.otklik.internal.feed;

import java.util.Optional;
import org.otklik.access.Actor;
import org.otklik.internal.unit.Sessions;
import org.otklik.spi.AdapterState;

/** The few values of one follower, in the desk's storage; thread-safe. */
record FollowerMemory(Sessions sessions, String follower) implements AdapterState {

    private static final String SCOPE = "follower";

    @Override
    public Optional<String> read(String key) {
        return sessions.run(Actor.system(), session -> session.stores().state().read(SCOPE, follower + "/" + key));
    }

    @Override
    public boolean compareAndSet(String key, Optional<String> expected, String value) {
        return sessions.run(
                Actor.system(),
                session -> session.stores().state().compareAndSet(SCOPE, follower + "/" + key, expected, value));
    }
}
