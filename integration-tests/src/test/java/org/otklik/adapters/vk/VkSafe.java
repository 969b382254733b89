package org.otklik.adapters.vk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.post.AccountId;
import org.otklik.spi.SecretProvider;

/** A host's safe, whose secrets are changed while the desk runs. */
final class VkSafe implements SecretProvider {

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    VkSafe put(AccountId account, String name, String value) {
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
