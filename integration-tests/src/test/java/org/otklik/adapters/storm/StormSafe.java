package org.otklik.adapters.storm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.post.AccountId;
import org.otklik.spi.SecretProvider;

/** A host's safe, whose secrets are changed while the desk runs; thread-safe. */
final class StormSafe implements SecretProvider {

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    StormSafe put(AccountId account, String name, String value) {
        secrets.put(account + "/" + name, value);
        return this;
    }

    String get(AccountId account, String name) {
        return secret(account, name).orElseThrow();
    }

    /** Everything that nobody may see. */
    List<String> all() {
        return List.copyOf(secrets.values());
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
