package org.otklik.adapters.meta;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.post.AccountId;
import org.otklik.spi.SecretProvider;
import org.otklik.testkit.meta.MetaFake;

/** A host's safe, in which every account has the same application behind it. */
final class MetaSafe implements SecretProvider {

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    static MetaSafe of(MetaFake meta) {
        return new MetaSafe().put("app-secret", meta.appSecret()).put("verify-token", meta.verifyToken());
    }

    /** Keeps a secret for all accounts. */
    MetaSafe put(String name, String value) {
        secrets.put(name, value);
        return this;
    }

    MetaSafe put(AccountId account, String name, String value) {
        return put(account + "/" + name, value);
    }

    String get(String name) {
        return secrets.getOrDefault(name, "");
    }

    String get(AccountId account, String name) {
        return get(account + "/" + name);
    }

    @Override
    public Optional<String> secret(AccountId account, String name) {
        return Optional.ofNullable(secrets.get(account + "/" + name)).or(() -> Optional.ofNullable(secrets.get(name)));
    }

    @Override
    public void rotate(AccountId account, String name, String value) {
        put(account, name, value);
    }
}
