package org.otklik.spi;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.otklik.post.AccountId;

/** What the desk lends an adapter; thread-safe. */
public interface AdapterContext {

    /**
     * Gives the time.
     *
     * @return the desk's time source
     */
    InstantSource time();

    /**
     * Gives randomness, for jitter.
     *
     * @return a generator that threads may share
     */
    RandomGenerator random();

    /**
     * Gives what an account must remember over restarts and share between nodes: quotas, rotated tokens' names.
     *
     * @param account whose
     * @return the account's durable state
     */
    AdapterState state(AccountId account);

    /**
     * Gives tokens and keys.
     *
     * @return the host's secrets
     */
    SecretProvider secrets();

    /**
     * Gives what to watch; asked at every use, so that a changed list works at once.
     *
     * @return pages and queries of all networks
     */
    WatchList watchList();
}
