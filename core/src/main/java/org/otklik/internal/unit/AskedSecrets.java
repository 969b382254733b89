package org.otklik.internal.unit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.post.AccountId;
import org.otklik.spi.SecretProvider;

/** Remembers which secrets adapters ask for, by name only, so that people can be told which one to renew; thread-safe. */
public final class AskedSecrets implements SecretProvider {

    private static final int MOST = 8;
    private static final int LONGEST = 40;

    private final SecretProvider host;
    private final Map<AccountId, Set<String>> asked = new ConcurrentHashMap<>();

    AskedSecrets(SecretProvider host) {
        this.host = host;
    }

    @Override
    public Optional<String> secret(AccountId account, String name) {
        Set<String> names = asked.computeIfAbsent(account, fresh -> ConcurrentHashMap.newKeySet());
        if (names.size() < MOST && name.length() <= LONGEST) {
            names.add(name);
        }
        return host.secret(account, name);
    }

    @Override
    public void rotate(AccountId account, String name, String value) {
        host.rotate(account, name, value);
    }

    /** Lists the names of secrets that were asked for an account since this node started. */
    public List<String> asked(AccountId account) {
        return asked.getOrDefault(account, Set.of()).stream().sorted().toList();
    }
}
