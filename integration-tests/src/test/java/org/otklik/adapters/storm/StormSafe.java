package org.otklik.adapters.storm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.post.AccountId;
import org.otklik.spi.SecretProvider;

/** A host's safe, whose secrets are changed while the desk runs; thread-safe. */
final class StormSafe implements SecretProvider {

    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Set<String> all = ConcurrentHashMap.newKeySet();

    StormSafe put(AccountId account, String name, String value) {
        all.add(value);
        secrets.put(account + "/" + name, value);
        return this;
    }

    String get(AccountId account, String name) {
        return secret(account, name).orElseThrow();
    }

    /** Everything that nobody may see, also what is no longer valid. */
    List<String> all() {
        return List.copyOf(all);
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
