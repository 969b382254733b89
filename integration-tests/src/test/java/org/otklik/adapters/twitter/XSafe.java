package org.otklik.adapters.twitter;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.post.AccountId;
import org.otklik.spi.SecretProvider;
import org.otklik.testkit.x.XAccount;
import org.otklik.testkit.x.XFake;

/** A host's safe with all secrets of one official account, which reads as well. */
final class XSafe implements SecretProvider {

    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private Optional<String> breaksAt = Optional.empty();

    static XSafe of(XFake x, String userId) {
        XSafe safe = new XSafe();
        XAccount oauth1 = x.oauth1(userId);
        safe.put("bearer-token", x.bearer());
        safe.put("consumer-secret", oauth1.consumerSecret());
        safe.put("oauth1-consumer-key", oauth1.consumerKey());
        safe.put("oauth1-consumer-secret", oauth1.consumerSecret());
        safe.put("oauth1-token", oauth1.token());
        safe.put("oauth1-token-secret", oauth1.tokenSecret());
        safe.put("oauth2-access-token", x.accessToken(userId));
        safe.put("oauth2-refresh-token", x.refreshToken(userId));
        safe.put("oauth2-client-secret", x.clientSecret());
        return safe;
    }

    void put(String name, String value) {
        secrets.put(name, value);
    }

    String get(String name) {
        return secrets.getOrDefault(name, "");
    }

    /** Lets the process die when this secret is to be kept. */
    void breakAt(String name) {
        breaksAt = Optional.of(name);
    }

    void heal() {
        breaksAt = Optional.empty();
    }

    @Override
    public Optional<String> secret(AccountId account, String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void rotate(AccountId account, String name, String value) {
        if (breaksAt.filter(name::equals).isPresent()) {
            throw new IllegalStateException("The process dies here.");
        }
        secrets.put(name, value);
    }
}
