package org.otklik.internal.desk;

import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.otklik.access.Actor;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterState;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WatchList;

/** What the desk lends its adapters. */
final class DeskAdapterContext implements AdapterContext {

    private static final String SCOPE = "adapter";

    private final Sessions sessions;

    DeskAdapterContext(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public InstantSource time() {
        return sessions.parts().time();
    }

    @Override
    public RandomGenerator random() {
        return sessions.parts().random();
    }

    @Override
    public SecretProvider secrets() {
        return sessions.parts().secrets();
    }

    @Override
    public WatchList watchList() {
        return sessions.parts().watchList().get();
    }

    @Override
    public AdapterState state(AccountId account) {
        return new AdapterState() {
            @Override
            public Optional<String> read(String key) {
                return sessions.run(
                        Actor.system(), session -> session.stores().state().read(SCOPE, account + "/" + key));
            }

            @Override
            public boolean compareAndSet(String key, Optional<String> expected, String value) {
                return sessions.run(
                        Actor.system(),
                        session -> session.stores().state().compareAndSet(SCOPE, account + "/" + key, expected, value));
            }
        };
    }
}
