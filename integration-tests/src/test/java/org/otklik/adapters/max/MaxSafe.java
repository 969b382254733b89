package org.otklik.adapters.max;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.post.AccountId;
import org.otklik.spi.SecretProvider;

/** A host's safe, in which a test may put another token; thread-safe. */
final class MaxSafe implements SecretProvider {

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    MaxSafe put(AccountId account, String name, String value) {
        secrets.put(account + "/" + name, value);
        return this;
    }

    @Override
    public Optional<String> secret(AccountId account, String name) {
        return Optional.ofNullable(secrets.get(account + "/" + name));
    }

    @Override
    public void rotate(AccountId account, String name, String value) {
        put(account, name, value);
    }
}
