package org.otklik.testkit;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterState;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WatchList;

/** What a desk lends an adapter, for tests of the adapter alone; thread-safe. */
public final class InMemoryContext implements AdapterContext {

    private final InstantSource time;
    private final RandomGenerator random = new Random(1);
    private final SecretProvider secrets;
    private final ConcurrentMap<String, String> values = new ConcurrentHashMap<>();
    private volatile WatchList watchList = WatchList.NOTHING;

    private InMemoryContext(InstantSource time, SecretProvider secrets) {
        this.time = time;
        this.secrets = secrets;
    }

    /**
     * Returns a context without secrets, whose randomness is always the same.
     *
     * @param time often a {@link SettableClock}
     * @return the context
     */
    public static InMemoryContext of(InstantSource time) {
        return new InMemoryContext(time, SecretProvider.none());
    }

    /**
     * Returns a context with secrets.
     *
     * @param time often a {@link SettableClock}
     * @param secrets tokens and keys
     * @return the context
     */
    public static InMemoryContext of(InstantSource time, SecretProvider secrets) {
        return new InMemoryContext(time, secrets);
    }

    @Override
    public InstantSource time() {
        return time;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    /**
     * Changes what is watched; adapters see it at their next look.
     *
     * @param list pages and queries
     * @return this context
     */
    public InMemoryContext watching(WatchList list) {
        watchList = list;
        return this;
    }

    @Override
    public WatchList watchList() {
        return watchList;
    }

    @Override
    public AdapterState state(AccountId account) {
        return new State(account);
    }

    @Override
    public SecretProvider secrets() {
        return secrets;
    }

    private final class State implements AdapterState {

        private final AccountId account;

        State(AccountId account) {
            this.account = account;
        }

        private String named(String key) {
            return account + "\n" + key;
        }

        @Override
        public Optional<String> read(String key) {
            return Optional.ofNullable(values.get(named(key)));
        }

        @Override
        public boolean compareAndSet(String key, Optional<String> expected, String value) {
            return expected.map(old -> values.replace(named(key), old, value))
                    .orElseGet(() -> values.putIfAbsent(named(key), value) == null);
        }
    }
}
